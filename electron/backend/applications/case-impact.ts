import type { TouchedApplication } from '#shared/contract/rules.ts';
import { caseOutlook } from '#shared/domain/case-outlook.ts';
import { canMove, packImpact } from '#shared/domain/rule-pack-impact.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { LoadedCategoryPack } from '#backend/rules/categories.ts';
import { factsBesideRules, withChecklistOf } from './case-facts.ts';
import type { FactsBesideRules } from './case-facts.ts';
import { categoriesOfApplication, packOfApplication } from './pack-of.ts';
import type { ApplicationRecord } from './queries.ts';

/** What an application is looked at under beside what it goes by: another version of its rules, or of its list. */
export type OtherRules =
  { readonly pack: (own: RulePack) => RulePack } | { readonly list: LoadedCategoryPack };

/** What becomes otherwise for an application under other rules; null when nothing does. */
export function touchedUnder(
  backend: Backend,
  record: ApplicationRecord,
  other: OtherRules,
): TouchedApplication | null {
  const own = packOfApplication(backend, record).pack;
  const facts = factsBesideRules(backend, record);
  const { then, going, pack } = moved(backend, record, other, own);
  const before = outlook(backend, record, facts, own);
  const after = outlook(then, going, facts, pack);
  const changes = packImpact(record.stage, before, after);
  if (changes.length === 0) return null;
  return {
    id: record.id,
    number: record.number,
    clientId: record.client_id,
    clientName: record.client_name,
    accountName: record.account_name,
    stage: record.stage,
    fromVersion:
      'list' in other
        ? (categoriesOfApplication(backend, record)?.pack.version ?? '')
        : record.rule_pack_version,
    canMove: canMove(changes),
    isBeyondRefills: pack.refills !== null && facts.preCheck.returns.length > pack.refills.max,
    changes,
  };
}

/** The backend and the application as they would be, and the rules that it would go by. */
const moved = (backend: Backend, record: ApplicationRecord, other: OtherRules, own: RulePack) =>
  'list' in other
    ? { then: withList(backend, other.list), going: goingBy(record, other.list), pack: own }
    : { then: backend, going: record, pack: other.pack(own) };

const outlook = (backend: Backend, record: ApplicationRecord, facts: FactsBesideRules, pack: RulePack) =>
  caseOutlook(
    withChecklistOf(backend, record, pack, facts),
    { pack, categories: categoriesOfApplication(backend, record)?.pack },
    backend.calendar,
    backend.clock.nowMs(),
  );

/** The same backend as if a list were among the firm's. */
const withList = (backend: Backend, list: LoadedCategoryPack): Backend => ({
  ...backend,
  categories: {
    ...backend.categories,
    bySha256: (sha256) => (sha256 === list.sha256 ? list : backend.categories.bySha256(sha256)),
  },
});

const goingBy = (record: ApplicationRecord, { sha256 }: LoadedCategoryPack): ApplicationRecord => ({
  ...record,
  category_pack_sha256: sha256,
});

import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { categoryNeeds } from '#shared/domain/pre-check-permits.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { canMove, packImpact } from '#shared/domain/rule-pack-impact.ts';
import type { Judged } from '#shared/domain/rule-pack-impact.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { LoadedCategoryPack } from '#backend/rules/categories.ts';
import { categoriesOfApplication, packOfApplication } from './pack-of.ts';
import { checklistBy, preCheckFacts } from './pre-check.ts';
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
  const facts = preCheckFacts(backend, record, own);
  const before = judged(backend, record, own, facts);
  const after =
    'list' in other
      ? judgedAnew(withList(backend, other.list), goingBy(record, other.list), own, facts)
      : judgedAnew(backend, record, other.pack(own), facts);
  const subject = { entityType: record.entity_type, stage: record.stage, on: backend.clock.today() };
  const changes = packImpact(subject, before, after);
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
    changes,
  };
}

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

/** The same facts, with what other rules put on the checklist. */
const judgedAnew = (
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
  facts: PreCheckFacts,
): Judged => judged(backend, record, pack, { ...facts, items: checklistBy(backend, record, pack) });

function judged(backend: Backend, record: ApplicationRecord, pack: RulePack, facts: PreCheckFacts): Judged {
  const isCovered =
    pack.coveredEntityTypes.includes(record.entity_type) && pack.applicationKinds.includes(record.kind);
  if (!isCovered) return { pack, items: undefined, findings: [], needs: [] };
  const list = categoriesOfApplication(backend, record)?.pack;
  return {
    pack,
    items: facts.items,
    findings: preCheck(facts, pack, list).findings,
    needs: list === undefined ? [] : categoryNeeds(facts, list),
  };
}

import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck, preCheckEdition } from '#shared/domain/pre-check.ts';
import type { PreCheckResult } from '#shared/domain/pre-check.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { RuleOverride } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { keepCategories } from '#backend/rules/keep.ts';
import { sha256Of } from '#backend/rules/rule-text.ts';
import { categoriesOfApplication, packOfApplication } from './pack-of.ts';
import { preCheckFacts } from './pre-check.ts';
import { judgementsOf } from './queries.ts';
import type { ApplicationRecord, JudgementRecord } from './queries.ts';

/** The verdict as an earlier program wrote it down: needs in Chinese only, nothing on what was not compared. */
const formerVerdict = ({ findings, matrix }: PreCheckResult): Omit<PreCheckResult, 'uncompared'> => ({
  findings: findings.map((finding) =>
    typeof finding.expected === 'object' ? { ...finding, expected: finding.expected.zh } : finding,
  ),
  matrix,
});

/** Keeps what the pre-check says at the moment of handing in, with the facts and the rules that it says it of. */
export function keepJudgement(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  atMs: number,
): void {
  const { pack, base, sha256 } = packOfApplication(backend, application);
  const categories = categoriesOfApplication(backend, application);
  if (categories !== undefined) {
    keepCategories(backend, change, categories);
    if (application.category_pack_sha256 === null)
      change.update('applications', application.id, { category_pack_sha256: categories.sha256 });
  }
  const facts = preCheckFacts(backend, application, pack);
  const verdict = preCheck(facts, pack, categories?.pack);
  const count = (level: string): number =>
    verdict.findings.filter((finding) => finding.level === level).length;
  const overrides = backend.rules.overrides
    .filter(({ packId }) => packId === base.id)
    .map(({ change: laid, reason, on }): RuleOverride => ({ change: laid, reason, on }));
  change.insert('judgements', {
    application_id: application.id,
    judged_at_ms: atMs,
    rule_pack_sha256: sha256,
    category_pack_sha256: categories?.sha256 ?? null,
    overrides: JSON.stringify(overrides),
    facts: JSON.stringify(facts),
    verdict_sha256: sha256Of(JSON.stringify(verdict)),
    blocker_count: count('blocker'),
    warning_count: count('warning'),
    edition: preCheckEdition,
  });
}

/** The kept verdicts of an application, the oldest first, each given again from its own facts and rules. */
export function judgementsOfApplication(backend: Backend, id: string): ApplicationDetails['judgements'] {
  return judgementsOf(backend.db, id).map((record) => {
    const loaded = backend.rules.all.find(({ sha256 }) => sha256 === record.rule_pack_sha256);
    const overrides = JSON.parse(record.overrides) as RuleOverride[];
    return {
      id: record.id,
      atMs: record.judged_at_ms,
      version: loaded?.base.version ?? null,
      overrideCount: overrides.length,
      blockerCount: record.blocker_count,
      warningCount: record.warning_count,
      replays: loaded === undefined ? null : replays(backend, record, withOverrides(loaded.base, overrides)),
    };
  });
}

/**
 * Null when the list of categories that it was given by is gone, and where another edition of the pre-check gave it and
 * this one judges otherwise.
 */
function replays(backend: Backend, record: JudgementRecord, pack: RulePack): boolean | null {
  const { facts, verdict_sha256, category_pack_sha256, edition } = record;
  const categories =
    category_pack_sha256 === null ? undefined : backend.categories.bySha256(category_pack_sha256)?.pack;
  if (category_pack_sha256 !== null && categories === undefined) return null;
  try {
    const verdict = preCheck(JSON.parse(facts) as PreCheckFacts, pack, categories);
    const isSame = [verdict, formerVerdict(verdict)].some(
      (form) => sha256Of(JSON.stringify(form)) === verdict_sha256,
    );
    return isSame || (edition === preCheckEdition ? false : null);
  } catch {
    // Facts that a former program wrote down may lack what this one looks at.
    return null;
  }
}

import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { RuleOverride } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { sha256Of } from '#backend/rules/library.ts';
import { packOfApplication } from './pack-of.ts';
import { preCheckFacts } from './pre-check.ts';
import { judgementsOf } from './queries.ts';
import type { ApplicationRecord, JudgementRecord } from './queries.ts';

/** The verdict as the bytes that are compared. */
const verdictOf = (facts: PreCheckFacts, pack: RulePack): string => JSON.stringify(preCheck(facts, pack));

/** Keeps what the pre-check says at the moment of handing in, with the facts and the rules that it says it of. */
export function keepJudgement(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  atMs: number,
): void {
  const { pack, base, sha256 } = packOfApplication(backend, application);
  const facts = preCheckFacts(backend, application, pack);
  const { findings } = preCheck(facts, pack);
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  const overrides = backend.rules.overrides
    .filter(({ packId }) => packId === base.id)
    .map(({ change: laid, reason, on }): RuleOverride => ({ change: laid, reason, on }));
  change.insert('judgements', {
    application_id: application.id,
    judged_at_ms: atMs,
    rule_pack_sha256: sha256,
    overrides: JSON.stringify(overrides),
    facts: JSON.stringify(facts),
    verdict_sha256: sha256Of(verdictOf(facts, pack)),
    blocker_count: count('blocker'),
    warning_count: count('warning'),
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
      replays: loaded === undefined ? null : replays(record, withOverrides(loaded.base, overrides)),
    };
  });
}

function replays({ facts, verdict_sha256 }: JudgementRecord, pack: RulePack): boolean {
  return sha256Of(verdictOf(JSON.parse(facts) as PreCheckFacts, pack)) === verdict_sha256;
}

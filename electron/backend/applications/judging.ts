import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { Working } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { turnToOthers, working } from '#backend/work.ts';
import { caseChanges } from './case-changes.ts';
import { findApplication } from './queries.ts';
import { touchedUnder } from './case-impact.ts';
import type { OtherRules } from './case-impact.ts';

/** An application, and the rules by which it is looked at beside its own. */
export interface CaseToJudge {
  readonly id: string;
  readonly rules: OtherRules;
}

/** What becomes otherwise for an application; null where nothing does. */
interface Judgement {
  readonly clientId: string;
  readonly touched: TouchedApplication | null;
}

/** By application. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** How long the backend judges at a stretch; a call that comes in between waits no longer than this and one case. */
const sliceMs = 15;

/**
 * Judges many applications by other rules than their own, a slice at a time, between which other calls get their turn.
 * What they write is followed: a case that was touched is judged again, all of them when the rules themselves or the
 * day change, so that what comes out is one state of the data. `cases` is asked again then. Throws AppError CANCELLED.
 */
export async function* judgeCases(
  backend: Backend,
  cases: () => readonly CaseToJudge[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Working, Judgements> {
  const changes = caseChanges(backend);
  try {
    const judged = new Map<string, Judgement>();
    let all = cases();
    let pending = [...all];
    for (;;) {
      pending = judgeSlice(backend, pending, judged);
      if (pending.length === 0) return judged;
      yield working(all.length - pending.length, all.length);
      await turnToOthers(signal);
      if (!changes.drop(judged)) continue;
      all = cases();
      pending = all.filter(({ id }) => !judged.has(id));
    }
  } finally {
    changes.end();
  }
}

/** Gives the cases that are left. */
function judgeSlice(
  backend: Backend,
  pending: readonly CaseToJudge[],
  judged: Map<string, Judgement>,
): CaseToJudge[] {
  const endsAt = performance.now() + sliceMs;
  for (const [index, { id, rules }] of pending.entries()) {
    if (performance.now() > endsAt) return pending.slice(index);
    const record = findApplication(backend.db, id);
    if (record === undefined) continue;
    judged.set(id, { clientId: record.client_id, touched: touchedUnder(backend, record, rules) });
  }
  return [];
}

/** The applications among these that would notice, and those that would not, in the order given. */
export function impactOn(ids: readonly string[], judgements: Judgements) {
  const touched = ids.flatMap((id) => judgements.get(id)?.touched ?? []);
  return { touched, untouchedIds: ids.filter((id) => judgements.get(id)?.touched === null) };
}

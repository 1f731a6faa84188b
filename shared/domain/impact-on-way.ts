import type { Stage } from './application.ts';
import type { CaseOutlook } from './case-outlook.ts';
import type { ImpactChange, ImpactDate } from './impact-change.ts';
import { impactDates } from './impact-change.ts';
import type { Obligation } from './obligations.ts';
import { clockRule } from './rule-pack-lookup.ts';
import type { ClockRule, RulePack } from './rule-pack.ts';
import { clockIds } from './rule-pack.ts';
import { isSameValue } from './same-value.ts';

/** A change where two values differ; none where they say the same. */
export const changeOf = <Value>(
  before: Value | null | undefined,
  after: Value | null | undefined,
  said: (before: Value | null, after: Value | null) => ImpactChange,
): ImpactChange[] =>
  isSameValue(before ?? null, after ?? null) ? [] : [said(before ?? null, after ?? null)];

/** The stages with their names, and who is waited on in each. */
export function wayChanges(before: CaseOutlook, after: CaseOutlook): ImpactChange[] {
  const stages: readonly Stage[] = ['collecting', ...new Set([...before.path, ...after.path]), 'returned'];
  return [
    ...changeOf(before.path, after.path, (was, is) => ({ kind: 'path', before: was, after: is })),
    ...stages.flatMap((stage) => [
      ...changeOf(stageRule(before.pack, stage)?.title, stageRule(after.pack, stage)?.title, (was, is) => ({
        kind: 'stage_title',
        stage,
        before: was,
        after: is,
      })),
      ...changeOf(stageRule(before.pack, stage)?.note, stageRule(after.pack, stage)?.note, (was, is) => ({
        kind: 'stage_note',
        stage,
        before: was,
        after: is,
      })),
      ...changeOf(turnIn(before, stage), turnIn(after, stage), (was, is) => ({
        kind: 'stage_turn',
        stage,
        before: was,
        after: is,
      })),
    ]),
  ];
}

const stageRule = (pack: RulePack, stage: Stage) => pack.stages.find((rule) => rule.stage === stage);

/** A stage that is not on the way waits for nobody; in the first and after a return the papers decide. */
function turnIn({ pack, path }: CaseOutlook, stage: Stage) {
  if (stage === 'collecting' || stage === 'returned') return undefined;
  return path.some((each) => each === stage) ? (stageRule(pack, stage)?.waitingOn ?? 'us') : undefined;
}

/** Every time limit, also one that has run out: it is part of what the case's page tells. */
export const clockChanges = (before: CaseOutlook, after: CaseOutlook): ImpactChange[] =>
  clockIds.flatMap((clockId): ImpactChange[] => {
    const [was, is] = [clockRule(before.pack, clockId), clockRule(after.pack, clockId)];
    const length = changeOf(lengthOf(was), lengthOf(is), (from, to) => ({
      kind: 'clock',
      clockId,
      before: from,
      after: to,
    }));
    if (was === undefined || is === undefined) return length;
    return [...length, ...bearingChanges(was, is)];
  });

const lengthOf = (rule: ClockRule | undefined) => rule && { total: rule.total, unit: rule.unit };

/** From when a clock runs, and what its end brings. */
function bearingChanges(was: ClockRule, is: ClockRule): ImpactChange[] {
  const { id: clockId } = is;
  return [
    ...changeOf(was.startsAt, is.startsAt, (before, after) => ({
      kind: 'clock_start',
      clockId,
      before,
      after,
    })),
    ...changeOf(was.onExpiry, is.onExpiry, (before, after) => ({
      kind: 'clock_end',
      clockId,
      before,
      after,
    })),
    ...changeOf(was.consequence, is.consequence, (before, after) => ({
      kind: 'clock_consequence',
      clockId,
      before,
      after,
    })),
  ];
}

/** The days of the case's duty and of its account's review window, and whose turn it is. */
export function dutyChanges(before: CaseOutlook, after: CaseOutlook): ImpactChange[] {
  const [old, fresh] = [byId(before.obligations), byId(after.obligations)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  return [
    ...ids.flatMap((id) => termChanges(old.get(id), fresh.get(id))),
    ...changeOf(resultOn(before), resultOn(after), (was, is) => ({
      kind: 'result_date',
      before: was,
      after: is,
    })),
  ];
}

const byId = (obligations: readonly Obligation[]): Map<string, Obligation> =>
  new Map(obligations.map((obligation) => [obligation.id, obligation]));

function termChanges(was: Obligation | undefined, is: Obligation | undefined): ImpactChange[] {
  const duty = (is ?? was)?.kind;
  if (duty === undefined) return [];
  const isOneEnd = [was, is].every((each) => dayOf(each, 'internal') === dayOf(each, 'legal'));
  const dates = impactDates.filter((date) => !isOneEnd || date !== 'internal');
  const days = dates.flatMap((date) =>
    changeOf(dayOf(was, date), dayOf(is, date), (before, after) => ({
      kind: 'date',
      duty,
      date,
      before,
      after,
    })),
  );
  const moment = changeOf(was?.legalAtMs, is?.legalAtMs, (before, after) => ({
    kind: 'moment',
    duty,
    before,
    after,
  }));
  // In any other stage the rules name it, and have been compared.
  const isByPapers = duty === 'collecting' || duty === 'clock_refill';
  const turn = isByPapers
    ? changeOf(was?.waitingOn, is?.waitingOn, (before, after) => ({ kind: 'turn', duty, before, after }))
    : [];
  return [...days, ...moment, ...turn];
}

function dayOf(obligation: Obligation | undefined, date: ImpactDate) {
  switch (date) {
    case 'starts':
      return obligation?.startsOn;
    case 'opens':
      return obligation?.opensOn;
    case 'internal':
      return obligation?.internalOn;
    case 'legal':
      // A clock of hours ends at a moment, which is told by itself.
      return obligation?.legalAtMs === undefined ? obligation?.legalOn : undefined;
  }
}

/** Under review the clock's own end tells it. */
function resultOn({ rail, obligations }: CaseOutlook) {
  if (obligations.some(({ kind }) => kind === 'clock_review')) return undefined;
  const step = rail.find(({ id }) => id === 'result');
  return step?.id === 'result' ? step.latestOn : undefined;
}

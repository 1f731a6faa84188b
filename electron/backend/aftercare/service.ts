import type { AftercareRow, AftercareWord } from '#shared/contract/aftercare.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import { aftercareSteps } from '#shared/domain/aftercare.ts';
import type { AftercareFacts } from '#shared/domain/aftercare.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { AftercareDecision, EndedOrder } from '#shared/domain/client-facts.ts';
import { rulesOfSet } from '#shared/domain/rule-pack-leaves.ts';
import type { AftercareRule, RulePack } from '#shared/domain/rule-pack.ts';
import { appliedCategory } from '#backend/applications/category-checklist.ts';
import { decideOn } from '#backend/applications/items.ts';
import { packOfApplication } from '#backend/applications/pack-of.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import * as queries from './queries.ts';
import type { ApplicationRecord, DecisionRecord, ItemWord } from './queries.ts';

/** A client's applications that have passed or failed and that something follows, by the rules of each. */
export function endedOrdersOf(backend: Backend, clientId: string): EndedOrder[] {
  return factsOf(backend, queries.endedApplicationsOf(backend.db, clientId));
}

/** Every step after the end of an application, with where it stands today; none while it is open. */
export function aftercareOf(backend: Backend, applicationId: string, facts: AftercareFacts): AftercareRow[] {
  const { db, calendar, clock } = backend;
  const record = queries.endedApplication(db, applicationId);
  if (record === undefined) return [];
  const [pass] = factsOf(backend, [record]);
  if (pass === undefined) return [];
  const remarks = new Map(queries.decisionsOn(db, [applicationId]).map((row) => [row.rule_id, row.remark]));
  return aftercareSteps(pass, facts, calendar, clock.today()).map((step) => ({
    step,
    remark: remarks.get(step.rule.id) ?? null,
    itemIds: conditionItems(packOf(backend, record), record, step.rule.duty?.condition?.fact),
  }));
}

interface Decision {
  readonly applicationId: string;
  readonly ruleId: string;
  /** `applies`: of several alternatives it is this one, and the question of the checklist is answered. Null takes the word back. */
  readonly decision: AftercareWord | null;
  /** The day it was done; else today. */
  readonly on?: CalendarDate | undefined;
  readonly remark?: string | null | undefined;
}

/**
 * The firm’s word on a step after the end. Throws AppError NOT_FOUND for an application that is open or a step that its
 * rules do not have, ACTION_NOT_ALLOWED for one that only informs and for a day still to come.
 */
export function decideAftercare(backend: Backend, { applicationId, ruleId, decision, on, remark }: Decision) {
  const { db, clock } = backend;
  const { changeId } = backend.changes.record('aftercare.decide', (change) => {
    const record = queries.endedApplication(db, applicationId);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
    const rule = rulesAfter(backend, record).find(({ id }) => id === ruleId);
    if (rule === undefined) throw new AppError('NOT_FOUND', { what: 'aftercare', id: ruleId });
    if (rule.duty === undefined) throw refused('not_a_duty');
    if (on !== undefined && on > clock.today()) throw refused('day_to_come');
    const note = remark === undefined ? {} : { remark };
    if (decision !== 'applies') {
      keepWord(
        backend,
        change,
        applicationId,
        ruleId,
        decision && { decision, decided_on: on ?? clock.today(), ...note },
      );
      return;
    }
    keepWord(backend, change, applicationId, ruleId, null);
    for (const other of rule.duty.alternatives ?? [])
      keepWord(backend, change, applicationId, other, { decision: 'not_needed', decided_on: clock.today() });
    for (const itemId of conditionItems(packOf(backend, record), record, rule.duty.condition?.fact))
      decideOn(change, backend, itemId, 'confirmed');
  });
  return { changeId };
}

type WordColumns = Omit<DecisionRecord, 'id' | 'application_id' | 'rule_id' | 'remark'> &
  Partial<Pick<DecisionRecord, 'remark'>>;

/** Null takes the word away. */
function keepWord(
  { db }: Backend,
  change: Change,
  applicationId: string,
  ruleId: string,
  columns: WordColumns | null,
): void {
  const id = `${applicationId}.${ruleId}`;
  const isKnown = queries.decisionRow(db, id) !== undefined;
  if (columns === null) {
    if (isKnown) change.remove('aftercare_steps', id);
    return;
  }
  if (!isKnown) {
    change.insert('aftercare_steps', { id, application_id: applicationId, rule_id: ruleId, ...columns });
    return;
  }
  change.restore('aftercare_steps', id);
  change.update('aftercare_steps', id, { ...columns });
}

/** Takes the firm’s words on the steps of an application away with it. */
export function removeAftercare({ db }: Backend, change: Change, applicationId: string): void {
  for (const { id } of queries.decisionsOn(db, [applicationId])) change.remove('aftercare_steps', id);
}

const refused = (reason: RefusalReason) =>
  new AppError('ACTION_NOT_ALLOWED', { action: 'aftercare', stage: 'passed', reason });

const packOf = (backend: Backend, record: ApplicationRecord): RulePack =>
  packOfApplication(backend, record).pack;

function factsOf(backend: Backend, records: readonly ApplicationRecord[]): EndedOrder[] {
  const known = records
    .map((record) => ({ record, pack: packOf(backend, record), rules: rulesAfter(backend, record) }))
    .filter(({ rules }) => rules.length > 0);
  if (known.length === 0) return [];
  const decisions = queries.decisionsOn(
    backend.db,
    known.map(({ record }) => record.id),
  );
  const asking = known.filter(({ rules }) => rules.some(({ duty }) => duty?.condition));
  const words =
    asking.length === 0
      ? []
      : queries.itemWords(
          backend.db,
          asking.map(({ record }) => record.id),
        );
  return known.map(({ record, pack, rules }) => ({
    applicationId: record.id,
    accountId: record.account_id,
    ...(record.consultant_id !== null && { consultantId: record.consultant_id }),
    openedOn: dateOfInstant(record.opened_at_ms),
    endedOn: dateOfInstant(record.closed_at_ms),
    rules,
    answers: answersIn(pack, record, words),
    decisions: decisions.filter((row) => row.application_id === record.id).map(decisionOf),
  }));
}

/** What the application's rules name for after its end: all of it once it has passed. */
const rulesAfter = (backend: Backend, record: ApplicationRecord): AftercareRule[] =>
  packOf(backend, record).aftercare.filter(
    (rule) => (record.stage === 'passed' || rule.afterFailure === true) && isForCase(backend, record, rule),
  );

/** Some steps follow only the pass of a category that the internet authority looks at too. */
const isForCase = (backend: Backend, record: ApplicationRecord, { only }: AftercareRule): boolean =>
  only === undefined || appliedCategory(backend, record)?.category.cac === true;

const decisionOf = ({ rule_id, decision, decided_on }: DecisionRecord): AftercareDecision => ({
  ruleId: rule_id,
  decision,
  decidedOn: decided_on as CalendarDate,
});

/** A paper that was put to an item, or the firm's word on it, answers the question under which the item is asked for. */
function answersIn(
  pack: RulePack,
  record: ApplicationRecord,
  words: readonly ItemWord[],
): EndedOrder['answers'] {
  const own = new Map(
    words.filter((word) => word.application_id === record.id).map((word) => [word.requirement_id, word]),
  );
  const answers = conditionedRules(pack, record).flatMap(({ id, condition }) => {
    const word = own.get(id);
    if (condition === undefined || word === undefined) return [];
    if (word.decision === 'not_needed') return [[condition.fact, !condition.is] as const];
    return word.decision !== null || word.has_paper === 1 ? [[condition.fact, condition.is] as const] : [];
  });
  return Object.fromEntries(answers);
}

const conditionedRules = (pack: RulePack, { entity_type, kind }: ApplicationRecord) =>
  pack.requirements
    .filter((set) => set.entityType === entity_type && set.applicationKinds.includes(kind))
    .flatMap(rulesOfSet)
    .filter(({ condition }) => condition !== undefined);

/** The items of the checklist that stand for a fact. */
function conditionItems(pack: RulePack, record: ApplicationRecord, fact: string | undefined): string[] {
  return conditionedRules(pack, record)
    .filter(({ condition }) => condition?.fact === fact)
    .map(({ id }) => `${record.id}.${id}`);
}

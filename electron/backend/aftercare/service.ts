import type { AftercareRow } from '#shared/contract/aftercare.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import { aftercareSteps } from '#shared/domain/aftercare.ts';
import type { AftercareFacts } from '#shared/domain/aftercare.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { AftercareDecision, PassFacts } from '#shared/domain/client-facts.ts';
import { rulesOfSet } from '#shared/domain/rule-pack-leaves.ts';
import type { AftercareRule, RulePack } from '#shared/domain/rule-pack.ts';
import { appliedCategory } from '#backend/applications/category-checklist.ts';
import { packOfApplication } from '#backend/applications/pack-of.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import * as queries from './queries.ts';
import type { ApplicationRecord, DecisionRecord, ItemWord } from './queries.ts';

/** A client's applications that have passed and that something follows, by the rules of each. */
export function passFactsOf(backend: Backend, clientId: string): PassFacts[] {
  return factsOf(backend, queries.passedApplicationsOf(backend.db, clientId));
}

/** Every step after the pass of an application, with where it stands today; none before it has passed. */
export function aftercareOf(backend: Backend, applicationId: string, facts: AftercareFacts): AftercareRow[] {
  const { db, calendar, clock } = backend;
  const record = queries.passedApplication(db, applicationId);
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
  /** Null takes the word back. */
  readonly decision: 'done' | 'not_needed' | null;
  /** The day it was done; else today. */
  readonly on?: CalendarDate | undefined;
  readonly remark?: string | null | undefined;
}

/**
 * The firm’s word on a step after the pass. Throws AppError NOT_FOUND for an application that has not passed or a
 * step that its rules do not have, ACTION_NOT_ALLOWED for one that only informs and for a day still to come.
 */
export function decideAftercare(backend: Backend, { applicationId, ruleId, decision, on, remark }: Decision) {
  const { db, clock } = backend;
  const { changeId } = backend.changes.record('aftercare.decide', (change) => {
    const record = queries.passedApplication(db, applicationId);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
    const rule = packOf(backend, record).aftercare.find(({ id }) => id === ruleId);
    if (rule === undefined) throw new AppError('NOT_FOUND', { what: 'aftercare', id: ruleId });
    if (rule.duty === undefined) throw refused('not_a_duty');
    if (on !== undefined && on > clock.today()) throw refused('day_to_come');
    const id = `${applicationId}.${ruleId}`;
    const known = queries.decisionRow(db, id);
    if (decision === null) {
      if (known !== undefined) change.remove('aftercare_steps', id);
      return;
    }
    const columns = { decision, decided_on: on ?? clock.today(), ...(remark !== undefined && { remark }) };
    if (known === undefined) {
      change.insert('aftercare_steps', { id, application_id: applicationId, rule_id: ruleId, ...columns });
      return;
    }
    change.restore('aftercare_steps', id);
    change.update('aftercare_steps', id, columns);
  });
  return { changeId };
}

/** Takes the firm’s words on the steps of an application away with it. */
export function removeAftercare({ db }: Backend, change: Change, applicationId: string): void {
  for (const { id } of queries.decisionsOn(db, [applicationId])) change.remove('aftercare_steps', id);
}

const refused = (reason: RefusalReason) =>
  new AppError('ACTION_NOT_ALLOWED', { action: 'aftercare', stage: 'passed', reason });

const packOf = (backend: Backend, record: ApplicationRecord): RulePack =>
  packOfApplication(backend, record).pack;

function factsOf(backend: Backend, records: readonly ApplicationRecord[]): PassFacts[] {
  const known = records
    .map((record) => ({ record, pack: packOf(backend, record) }))
    .filter(({ pack }) => pack.aftercare.length > 0);
  if (known.length === 0) return [];
  const decisions = queries.decisionsOn(
    backend.db,
    known.map(({ record }) => record.id),
  );
  const asking = known.filter(({ pack }) => pack.aftercare.some(({ duty }) => duty?.condition));
  const words =
    asking.length === 0
      ? []
      : queries.itemWords(
          backend.db,
          asking.map(({ record }) => record.id),
        );
  return known.map(({ record, pack }) => ({
    applicationId: record.id,
    accountId: record.account_id,
    ...(record.consultant_id !== null && { consultantId: record.consultant_id }),
    openedOn: dateOfInstant(record.opened_at_ms),
    passedOn: dateOfInstant(record.closed_at_ms),
    rules: pack.aftercare.filter((rule) => isForCase(backend, record, rule)),
    answers: answersIn(pack, record, words),
    decisions: decisions.filter((row) => row.application_id === record.id).map(decisionOf),
  }));
}

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
): PassFacts['answers'] {
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

import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import type { ChecklistFacts, RequirementItem } from '#shared/domain/checklist.ts';
import { evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { EvaluatedItem, ItemInput } from '#shared/domain/checklist-state.ts';
import type { FormulaState } from '#shared/domain/formula.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { documentsById } from '#backend/documents/service.ts';
import { categoryLines, permitJudge } from './category-checklist.ts';
import type { AsPermit } from './category-checklist.ts';
import { readMoments, rejectedPapers } from './item-moments.ts';
import type { RejectedPaper } from './item-moments.ts';
import { packOfApplication } from './pack-of.ts';
import { attemptsOf, contactsOf, itemDocumentsOf, itemsOf } from './queries.ts';
import type { ApplicationRecord, AttemptRecord, ContactRecord, ItemRecord } from './queries.ts';

/** An item's key: the pair it stands for, so that every seat makes the same one. */
export const itemIdOf = (applicationId: string, requirementId: string): string =>
  `${applicationId}.${requirementId}`;

/** What a key made by `itemIdOf` stands for. */
export function itemKeyOf(itemId: string): { applicationId: string; requirementId: string } {
  const dot = itemId.indexOf('.');
  return { applicationId: itemId.slice(0, dot), requirementId: itemId.slice(dot + 1) };
}

/** What the rows tell of the case; an open question stays open. */
export function checklistFacts(
  contacts: readonly ContactRecord[],
  attempts: readonly AttemptRecord[],
): ChecklistFacts {
  const administrator = contacts.find((contact) => contact.is_administrator === 1);
  const legal = contacts.filter((contact) => contact.is_legal_representative === 1);
  const known = administrator !== undefined && legal.length > 0;
  const lastReturn = attempts.findLast((attempt) => attempt.outcome === 'returned');
  return {
    ...(known && {
      administrator_is_legal_representative: legal.some((contact) => isSamePerson(contact, administrator)),
    }),
    ...(lastReturn?.reason_code && { returnReasonCodes: [lastReturn.reason_code] }),
  };
}

/** One person may have been entered twice; where both ID numbers are known, they tell. */
const isSamePerson = (a: ContactRecord, b: ContactRecord): boolean =>
  a.id === b.id ||
  (a.id_number === null || b.id_number === null ? a.name === b.name : a.id_number === b.id_number);

/** What the application's own version of the rules asks for now. Empty when the pack no longer covers the case. */
export function requirementsOf(
  backend: Backend,
  pack: RulePack,
  record: ApplicationRecord,
  facts: ChecklistFacts,
): readonly RequirementItem[] {
  const result = instantiateChecklist(pack, {
    entityType: record.entity_type,
    kind: record.kind,
    facts,
    ofCategory: categoryLines(backend, record, pack),
  });
  return result.ok ? result.items : [];
}

interface ItemsInput {
  readonly records: readonly ItemRecord[];
  readonly documentsOf: (itemId: string) => readonly DocumentRow[];
  readonly asPermit: AsPermit;
  /** Whether the platform sent the paper of an item back and nothing newer has come since. */
  readonly isRejected: RejectedPaper;
}

/** The evaluated checklist of one application. */
export function evaluatedItems(
  application: ApplicationRecord,
  requirements: readonly RequirementItem[],
  { records, documentsOf, asPermit, isRejected }: ItemsInput,
  today: CalendarDate,
): ApplicationItem[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const inputs = new Map(
    requirements.map((requirement): [string, ItemInput] => {
      const itemId = itemIdOf(application.id, requirement.requirementId);
      const input = itemInput(byId.get(itemId), documentsOf(itemId), {
        asPermit: (row) => asPermit(requirement, row),
        isRejected: (documentId) => isRejected(requirement, itemId, documentId),
      });
      return [requirement.requirementId, input];
    }),
  );
  return evaluateChecklist(requirements, inputs, today).map((requirement) => {
    const itemId = itemIdOf(application.id, requirement.requirementId);
    const record = byId.get(itemId);
    return {
      id: itemId,
      requirement,
      decision: record?.decision ?? null,
      rejectReason: record?.reject_reason ?? null,
      remark: record?.remark ?? null,
      documents: [...documentsOf(itemId)],
    };
  });
}

interface OfPaper {
  readonly asPermit: (document: DocumentRow) => FormulaState | undefined;
  readonly isRejected: (documentId: string) => boolean;
}

function itemInput(
  record: ItemRecord | undefined,
  documents: readonly DocumentRow[],
  { asPermit, isRejected }: OfPaper,
): ItemInput {
  return {
    documents: documents.map((document) => ({
      kind: document.kind,
      parts: document.current.map((version) => version.part),
      ...(document.validUntil !== null && { validUntil: document.validUntil }),
      ...optionalField('asPermit', asPermit(document)),
      rejected: isRejected(document.id),
    })),
    decision: record?.decision ?? null,
  };
}

/** What a version of the rules asks for in one application now. */
export function applicationRequirements(
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
): readonly RequirementItem[] {
  const { db } = backend;
  return requirementsOf(
    backend,
    pack,
    record,
    checklistFacts(contactsOf(db, record.client_id), attemptsOf(db, [record.id])),
  );
}

/**
 * The evaluated checklists of many applications, with as few queries as for one; by their own rules unless others are
 * given.
 */
export function readChecklists(
  backend: Backend,
  applications: readonly ApplicationRecord[],
  rulesOf: (application: ApplicationRecord) => RulePack = (each) => packOfApplication(backend, each).pack,
): Map<string, ApplicationItem[]> {
  const { db, clock } = backend;
  const ids = applications.map(({ id }) => id);
  const records = grouped(itemsOf(db, ids), (item) => item.application_id);
  const attempts = grouped(attemptsOf(db, ids), (attempt) => attempt.application_id);
  const links = itemDocumentsOf(
    db,
    [...records.values()].flat().map((item) => item.id),
  );
  const documents = documentsById(backend, [...new Set(links.map((link) => link.document_id))]);
  const linksOf = grouped(links, (link) => link.item_id);
  const documentsOf = (itemId: string): DocumentRow[] =>
    (linksOf.get(itemId) ?? []).flatMap((link) => documents.get(link.document_id) ?? []);
  const today = clock.today();
  const moments = readMoments(backend, applications);
  return new Map(
    applications.map((application) => {
      const facts = checklistFacts(contactsOf(db, application.client_id), attempts.get(application.id) ?? []);
      const pack = rulesOf(application);
      const input = {
        records: records.get(application.id) ?? [],
        documentsOf,
        asPermit: permitJudge(backend, application),
        isRejected: rejectedPapers(application, attempts.get(application.id) ?? [], pack, moments),
      };
      const requirements = requirementsOf(backend, pack, application, facts);
      return [application.id, evaluatedItems(application, requirements, input, today)];
    }),
  );
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

export const requirementStates = (items: readonly ApplicationItem[]): EvaluatedItem[] =>
  items.map((item) => item.requirement);

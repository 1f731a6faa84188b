import type { MergeNote, MovedCounts } from '#shared/contract/merging.ts';
import { subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';
import { compactText } from '#shared/domain/plain-text.ts';
import type { Cell } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { planPeople } from './people.ts';
import type { MergedClients, PeoplePlan } from './people.ts';
import { liveRows, relationRows } from './queries.ts';
import type { LiveRow } from './queries.ts';

/** Tables whose rows simply follow: each belongs to one client by its column. */
export const followingTables = [
  'accounts',
  'applications',
  'documents',
  'bank_accounts',
  'fees',
  'tasks',
  'notes',
  'client_identifiers',
  'intake_papers',
  'hand_outs',
] as const satisfies readonly SharedTable[];

interface JoinedBank {
  readonly from: LiveRow;
  /** The same bank account of the kept client. */
  readonly into: LiveRow;
}

/** What a merge finds on both sides, before anything is written. */
export interface MergePlan {
  readonly people: PeoplePlan;
  readonly joinedBanks: readonly JoinedBank[];
  /** Relations of the other client to be said of the kept one; the one between the two is not among them. */
  readonly relations: readonly LiveRow[];
  readonly tags: readonly LiveRow[];
  readonly answers: readonly LiveRow[];
  readonly moved: MovedCounts;
  readonly notes: readonly MergeNote[];
}

export function planMerge(db: Db, clients: MergedClients): MergePlan {
  const { keptId, otherId } = clients;
  const both = (table: SharedTable) => ({
    kept: liveRows(db, table, keptId),
    other: liveRows(db, table, otherId),
  });
  const people = planPeople(db, clients);
  const banks = planBanks(both('bank_accounts'));
  const answers = planAnswers(both('client_answers'));
  const tags = missing(both('client_tags'), 'tag_id');
  const relations = relationRows(db, otherId).filter(
    (row) => row.client_id !== keptId && row.other_client_id !== keptId,
  );
  const [accounts, documents] = [both('accounts'), both('documents')];
  return {
    people,
    joinedBanks: banks.joined,
    relations,
    tags,
    answers: answers.missing,
    moved: {
      accounts: accounts.other.length,
      applications: liveRows(db, 'applications', otherId).length,
      documents: documents.other.length,
      contacts: people.moved.length,
      bankAccounts: both('bank_accounts').other.length - banks.joined.length,
      relations: relations.length,
      fees: liveRows(db, 'fees', otherId).length,
      tasks: liveRows(db, 'tasks', otherId).length,
      notes: liveRows(db, 'notes', otherId).length,
      tags: tags.length,
      answers: answers.missing.length,
    },
    notes: [
      ...papersTwice(documents),
      ...accountsTwice(accounts),
      ...people.notes,
      ...banks.notes,
      ...answers.notes,
    ],
  };
}

interface BothSides {
  readonly kept: readonly LiveRow[];
  readonly other: readonly LiveRow[];
}

/** Rows of the other client whose value the kept one has not. */
function missing({ kept, other }: BothSides, column: string): LiveRow[] {
  const present = new Set(kept.map((row) => row[column]));
  return other.filter((row) => !present.has(row[column] ?? null));
}

function planAnswers(sides: BothSides): { missing: LiveRow[]; notes: MergeNote[] } {
  const present = new Map(sides.kept.map((row) => [row.question_id, row.is_yes]));
  const count = sides.other.filter(
    (row) => present.has(row.question_id ?? null) && present.get(row.question_id ?? null) !== row.is_yes,
  ).length;
  return {
    missing: missing(sides, 'question_id'),
    notes: count === 0 ? [] : [{ kind: 'answer_differs', count }],
  };
}

const bankDetails = ['bank_name', 'permit_number', 'clearing_code'] as const;

/** A bank account with the same number is the same, unless the two contradict each other. */
function planBanks({ kept, other }: BothSides): { joined: JoinedBank[]; notes: MergeNote[] } {
  const joined: JoinedBank[] = [];
  const notes: MergeNote[] = [];
  for (const from of other) {
    const name = String(from.bank_name ?? from.holder_name);
    const same = kept.filter((bank) => numberOf(bank) !== '' && numberOf(bank) === numberOf(from));
    const into = same.find(
      (bank) => bank.kind === from.kind && bankDetails.every((each) => agrees(bank[each], from[each])),
    );
    const isSecondBasic = from.kind === 'basic' && kept.some(({ kind }) => kind === 'basic');
    if (into !== undefined) {
      joined.push({ from, into });
      notes.push({ kind: 'bank_account_joined', name });
    } else if (same.length > 0 || isSecondBasic) notes.push({ kind: 'bank_account_twice', name });
  }
  return { joined, notes };
}

const numberOf = (bank: LiveRow): string => normaliseCode(String(bank.account_number ?? ''));

const agrees = (a: Cell | undefined, b: Cell | undefined): boolean =>
  (a ?? null) === null || (b ?? null) === null || compactText(String(a)) === compactText(String(b));

/** What the bank account of the kept client lacks and the other's has. */
export const missingBankDetails = ({ into, from }: JoinedBank) =>
  Object.fromEntries(
    bankDetails.filter((each) => into[each] === null).map((each) => [each, from[each] ?? null]),
  );

function papersTwice({ kept, other }: BothSides): MergeNote[] {
  return subjectDocumentKinds.flatMap((paper): MergeNote[] => {
    const [here, there] = [kept, other].map((rows) => rows.filter(({ kind }) => kind === paper).length);
    if (here === undefined || there === undefined || here === 0 || there === 0) return [];
    return [{ kind: 'paper_twice', paper, count: here + there }];
  });
}

/** The database keeps apart only ids that are written alike. */
function accountsTwice({ kept, other }: BothSides): MergeNote[] {
  const idsOf = (row: LiveRow): string[] =>
    [row.app_id, row.original_id].flatMap((id) =>
      typeof id === 'string' ? [`${String(row.platform)} ${compactText(id).toLowerCase()}`] : [],
    );
  const present = new Set(kept.flatMap(idsOf));
  return other.flatMap((row): MergeNote[] => {
    const same = idsOf(row).find((id) => present.has(id));
    if (same === undefined) return [];
    return [{ kind: 'account_twice', name: String(row.name), number: same.slice(same.indexOf(' ') + 1) }];
  });
}

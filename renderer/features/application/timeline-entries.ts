import type { HistoryEntry } from '#shared/contract/history.ts';
import { applicationActionKinds } from '#shared/domain/stages.ts';

/** What the timeline has words for. */
export const timelineActions = [
  'create',
  'remark',
  'trash',
  'attach',
  'detach',
  'decide',
  'itemRemark',
  'received',
  'callAnswered',
  'callMissed',
  'callRemoved',
  'settle',
  ...applicationActionKinds,
] as const;
export type TimelineAction = (typeof timelineActions)[number];

export interface TimelineEntry {
  /** The change that it was part of. */
  readonly id: string;
  readonly action: TimelineAction;
  /** It took such a change back. */
  readonly isUndo: boolean;
  /** When it was written down. */
  readonly atMs: number;
  /** When it happened, where that was said. */
  readonly happenedAtMs: number | null;
  /** What the platform said, or what was noted of a call. */
  readonly text: string | null;
  readonly actorName: string | null;
  /** The item it was about, if it was about one. */
  readonly itemId: string | null;
}

/** Names of changes, as the backend writes them, that are about an application. */
const byName: Readonly<Record<string, TimelineAction>> = {
  'items.attach': 'attach',
  'items.detach': 'detach',
  'items.decide': 'decide',
  'items.remark': 'itemRemark',
  'documents.add': 'received',
  'aftercare.decide': 'settle',
  'applications.create': 'create',
  'applications.remark': 'remark',
  'applications.trash': 'trash',
  'calls.remove': 'callRemoved',
  ...Object.fromEntries(
    applicationActionKinds.map((kind): [string, TimelineAction] => [`applications.${kind}`, kind]),
  ),
};

/**
 * One line for each change of the application, its items or its calls, what happened last first; what has no words is
 * left out. `history` is newest first.
 */
export function timelineOf(history: readonly HistoryEntry[], applicationId: string): TimelineEntry[] {
  const calls = callsIn(history, applicationId);
  const own = history.filter(
    ({ rowId }) => rowId === applicationId || rowId.startsWith(`${applicationId}.`) || calls.has(rowId),
  );
  const undoing = undoingEvents(own);
  const entries = new Map<string, TimelineEntry>();
  for (const event of own) {
    const { changeId, atMs, actorName, rowId } = event;
    const call = calls.get(rowId);
    const action = call === undefined ? byName[event.action] : callAction(event, call);
    if (action === undefined || entries.has(changeId)) continue;
    const isUndo = undoing.has(event.id);
    entries.set(changeId, {
      id: changeId,
      action,
      isUndo,
      atMs,
      happenedAtMs: isUndo ? null : call === undefined ? stepMoment(event) : callMoment(event, call),
      text: isUndo ? null : call === undefined ? reasonIn(history, changeId) : textOf(call.remark),
      actorName,
      itemId: hasItem(action) ? itemIdOf(rowId, applicationId) : null,
    });
  }
  return [...entries.values()].sort((a, b) => shownAtMs(b) - shownAtMs(a));
}

/** The moment by which an entry has its place. */
export const shownAtMs = ({ happenedAtMs, atMs }: TimelineEntry): number => happenedAtMs ?? atMs;

type Values = HistoryEntry['before'];
type Call = NonNullable<Values>;

/** The reviewer's calls of the application by their keys, as they were noted. */
function callsIn(history: readonly HistoryEntry[], applicationId: string): ReadonlyMap<string, Call> {
  const calls = history.flatMap(({ table, rowId, after }): [string, Call][] =>
    table === 'calls' && after?.application_id === applicationId ? [[rowId, after]] : [],
  );
  return new Map(calls);
}

/** A call that is taken back by undo has the name of its noting still. */
function callAction({ action }: HistoryEntry, { outcome }: Call): TimelineAction | undefined {
  if (action === 'calls.record') return outcome === 'missed' ? 'callMissed' : 'callAnswered';
  return byName[action];
}

const noItem: ReadonlySet<TimelineAction> = new Set<TimelineAction>([
  'create',
  'trash',
  'callAnswered',
  'callMissed',
  'callRemoved',
]);
const hasItem = (action: TimelineAction): boolean => !noItem.has(action);

/** A step says when it happened: the stage that it led to began then. */
const stepMoment = ({ after }: HistoryEntry): number | null =>
  numberOf(after?.stage_since_at_ms) ?? numberOf(after?.opened_at_ms);

/** The moment of a call that is noted; its removal happens when it is written down. */
const callMoment = ({ operation }: HistoryEntry, call: Call): number | null =>
  operation === 'insert' ? numberOf(call.at_ms) : null;

/** The platform's words, which the change wrote to the submission. */
function reasonIn(history: readonly HistoryEntry[], changeId: string): string | null {
  const attempt = history.find((event) => event.changeId === changeId && event.table === 'attempts');
  return textOf(attempt?.after?.reason_text);
}

type Cell = Call[string] | undefined;
const numberOf = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null);
const textOf = (cell: Cell): string | null => (typeof cell === 'string' && cell !== '' ? cell : null);

/** Events that put a row back to what it was before an earlier event of the same name. */
function undoingEvents(newestFirst: readonly HistoryEntry[]): ReadonlySet<string> {
  const undoing = new Set<string>();
  const seen = new Map<string, HistoryEntry[]>();
  for (const event of [...newestFirst].reverse()) {
    const key = `${event.action} ${event.rowId}`;
    const before = seen.get(key) ?? [];
    if (before.some((other) => !undoing.has(other.id) && isMirror(event, other))) undoing.add(event.id);
    seen.set(key, [...before, event]);
  }
  return undoing;
}

const isThere = ({ operation }: HistoryEntry): boolean => operation === 'insert' || operation === 'restore';

function isMirror(event: HistoryEntry, other: HistoryEntry): boolean {
  if (event.operation !== 'update' && other.operation !== 'update') return isThere(event) !== isThere(other);
  if (event.operation !== other.operation) return false;
  return isSame(event.after, other.before) && isSame(event.before, other.after);
}

function isSame(a: Values, b: Values): boolean {
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].every((name) => (a?.[name] ?? null) === (b?.[name] ?? null));
}

/** Rows of items and of their links begin with the application's key and the requirement's name. */
function itemIdOf(rowId: string, applicationId: string): string | null {
  if (rowId === applicationId) return null;
  const [requirement = ''] = rowId.slice(applicationId.length + 1).split(/\.(?=[0-9a-f]{8}-)/);
  return `${applicationId}.${requirement}`;
}

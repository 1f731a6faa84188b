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
  readonly atMs: number;
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
  ...Object.fromEntries(
    applicationActionKinds.map((kind): [string, TimelineAction] => [`applications.${kind}`, kind]),
  ),
};

/**
 * One line for each change of the application or its items, newest first; what has no words is left out. `history` is
 * newest first as well.
 */
export function timelineOf(history: readonly HistoryEntry[], applicationId: string): TimelineEntry[] {
  const own = history.filter(({ rowId }) => rowId === applicationId || rowId.startsWith(`${applicationId}.`));
  const undoing = undoingEvents(own);
  const entries = new Map<string, TimelineEntry>();
  for (const event of own) {
    const { changeId, atMs, actorName, rowId } = event;
    const action = byName[event.action];
    if (action === undefined || entries.has(changeId)) continue;
    const itemId = action === 'create' || action === 'trash' ? null : itemIdOf(rowId, applicationId);
    entries.set(changeId, { id: changeId, action, isUndo: undoing.has(event.id), atMs, actorName, itemId });
  }
  return [...entries.values()];
}

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

type Values = HistoryEntry['before'];

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

import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { tagsOf } from './queries.ts';
import { changeTags } from './service.ts';

interface SomeTags {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Gives a client tags and takes others away within a larger change. Returns false when it stands as it stood. */
export function changeSomeTags(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  clientId: string,
  { add, remove }: SomeTags,
): boolean {
  if (add.length === 0 && remove.length === 0) return false;
  const present = tagsOf(db, clientId).map(({ name }) => name);
  const kept = present.filter((name) => !remove.includes(name));
  const wanted = [...new Set([...kept, ...add])];
  if (wanted.length === present.length && kept.length === present.length) return false;
  changeTags({ db }, change, clientId, wanted);
  return true;
}

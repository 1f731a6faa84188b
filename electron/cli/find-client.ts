import { ORPCError } from '@orpc/server';
import { AppError } from '#shared/contract/errors.ts';
import type { ClientRow } from '#shared/contract/clients.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { LocalClient } from '#backend/router.ts';

/**
 * A client by id, credit code, full name or a part of the name that only one has; else the only one that the text finds
 * anywhere. Throws AppError NOT_FOUND, or AMBIGUOUS with those that it may be.
 */
export async function clientIdOf(call: LocalClient, subject: string): Promise<string> {
  const direct = await found(call.clients.get({ id: subject }));
  if (direct !== undefined) return direct.client.id;
  const { rows } = await call.clients.list({ filter: { text: subject }, limit: 500 });
  const key = nameKey(subject);
  const [best = []] = [
    rows.filter(({ name, creditCode }) => nameKey(name) === key || creditCode === subject.toUpperCase()),
    rows.filter(({ name }) => nameKey(name).includes(key)),
    rows,
  ].filter((some) => some.length > 0);
  return theOnly(
    subject,
    best.map(({ id, name, creditCode }) => ({ id, name: `${name} ${creditCode ?? id}` })),
    'client or application',
  );
}

/** The id of the only candidate. Throws AppError NOT_FOUND where there is none, AMBIGUOUS with all where there are several. */
export function theOnly(
  text: string,
  candidates: readonly Pick<ClientRow, 'id' | 'name'>[],
  what: string,
): string {
  const [one, ...others] = candidates;
  if (one === undefined) throw new AppError('NOT_FOUND', { what, id: text });
  if (others.length === 0) return one.id;
  throw new AppError('AMBIGUOUS', { text, candidates: candidates.map(({ name }) => name) });
}

/** An application by id or number. Throws AppError NOT_FOUND. */
export async function applicationIdOf(call: LocalClient, subject: string): Promise<string> {
  const id = await findApplication(call, subject);
  if (id === undefined) throw new AppError('NOT_FOUND', { what: 'application', id: subject });
  return id;
}

/** The same, or undefined where there is none. */
export async function findApplication(call: LocalClient, subject: string): Promise<string | undefined> {
  const direct = await found(call.applications.get({ id: subject }));
  if (direct !== undefined) return direct.application.id;
  const numbered = await call.applications.list({ filter: { text: subject }, limit: 500 });
  return numbered.rows.find((row) => row.number === subject.toUpperCase())?.id;
}

/** The answer, or undefined where there is nothing of that id. */
export async function found<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ORPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST'))
      return undefined;
    throw error;
  }
}

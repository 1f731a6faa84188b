import { ORPCError } from '@orpc/server';
import { AppError } from '#shared/contract/errors.ts';
import type { LocalClient } from '#backend/router.ts';

/** A client by id, credit code or name, or the only one that a text finds. Throws AppError NOT_FOUND. */
export async function clientIdOf(call: LocalClient, subject: string): Promise<string> {
  const direct = await found(call.clients.get({ id: subject }));
  if (direct !== undefined) return direct.client.id;
  const { rows } = await call.clients.list({ filter: { text: subject }, limit: 500 });
  const exact = rows.filter((row) => row.name === subject || row.creditCode === subject.toUpperCase());
  const [client, second] = exact.length > 0 ? exact : rows;
  if (client !== undefined && second === undefined) return client.id;
  throw new AppError('NOT_FOUND', {
    what: second === undefined ? 'client or application' : 'one client',
    id: subject,
  });
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

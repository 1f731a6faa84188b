import type { LocalClient } from '#backend/router.ts';
import { clientIdOf, found } from './find-client.ts';

/** The application of an id or number, or all those of a client by id, credit code or name. */
export async function applicationIds(call: LocalClient, subject: string): Promise<string[]> {
  const direct = await found(call.applications.get({ id: subject }));
  if (direct !== undefined) return [direct.application.id];
  const numbered = await call.applications.list({ filter: { text: subject }, limit: 500 });
  const byNumber = numbered.rows.find((row) => row.number === subject.toUpperCase());
  if (byNumber !== undefined) return [byNumber.id];
  const clientId = await clientIdOf(call, subject);
  return (await call.clients.get({ id: clientId })).applications.map(({ id }) => id);
}

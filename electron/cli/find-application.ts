import type { LocalClient } from '#backend/router.ts';
import { clientIdOf, findApplication } from './find-client.ts';

/** The application of an id or number, or all those of a client by id, credit code or name. */
export async function applicationIds(call: LocalClient, subject: string): Promise<string[]> {
  const own = await findApplication(call, subject);
  if (own !== undefined) return [own];
  const clientId = await clientIdOf(call, subject);
  return (await call.clients.get({ id: clientId })).applications.map(({ id }) => id);
}

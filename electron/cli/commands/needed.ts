import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';

/** The papers that a client still needs for all its open applications and categories together. */
export const needed: Command = async (args, options) => {
  const { argument } = oneArgument(args, {}, 'the client');
  return withSession(options, async ({ call, backend }) => {
    const id = await clientIdOf(call, argument.trim());
    const plan = await call.clients.neededPapers({ id });
    return { output: { today: backend.clock.today(), client: id, ...plan } };
  });
};

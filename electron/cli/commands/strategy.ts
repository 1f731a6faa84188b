import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';

/** What is recommended for a client today, with the reasons of each step. */
export const strategy: Command = async (args, options) => {
  const { argument } = oneArgument(args, {}, 'the client');
  return withSession(options, async ({ call, backend }) => {
    const id = await clientIdOf(call, argument.trim());
    return { output: { today: backend.clock.today(), client: id, ...(await call.clients.strategy({ id })) } };
  });
};

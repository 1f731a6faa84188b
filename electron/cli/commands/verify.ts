import type { Command } from '../command.ts';
import { noArgument } from '../command-arguments.ts';
import { withSession } from '../session.ts';

export const verify: Command = async (args, options) => {
  noArgument(args, {});
  return withSession(options, async ({ call }) => {
    for await (const step of await call.system.verify()) {
      if (step.kind !== 'verified') continue;
      const { database, events, files, problems } = step;
      return { output: { database, events, files, problems }, failed: problems.length > 0 };
    }
    throw new Error('the check ended without a result');
  });
};

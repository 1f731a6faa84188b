import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** How many sample clients there are; puts them in or takes them away first. */
export const samples: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [word, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  if (word !== undefined && word !== 'add' && word !== 'remove')
    throw new UsageError(`add or remove, not ${word}`);
  return withSession(options, async ({ call }) => {
    if (word === 'add') await call.samples.add();
    if (word === 'remove') await call.samples.remove();
    return { output: await call.samples.get() };
  });
};

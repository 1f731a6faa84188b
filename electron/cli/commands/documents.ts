import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** What the files of a paper say, page by page; what nobody has read yet is read now. */
export const documents: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [deed, id, ...more] = positionals;
  if (deed !== 'text') throw new UsageError(`documents: not text: ${deed ?? 'nothing'}`);
  if (id === undefined) throw new UsageError('the id of the paper is missing');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  return withSession(options, async ({ call }) => ({ output: await call.documents.text({ id }) }));
};

import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const mostRows = 200;

/** What was thrown away: lists it, or brings entries back in one change. */
export const trash: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [deed = 'list', ...others] = positionals;
  switch (deed) {
    case 'list': {
      const [text = '', ...more] = others;
      if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
      return withSession(options, async ({ call }) => ({
        output: await call.trash.list({ text, limit: mostRows }),
      }));
    }
    case 'restore':
      if (others.length === 0) throw new UsageError('trash restore: which entries');
      return withSession(options, async ({ call }) => ({
        output: await call.trash.restore({ changeIds: [...others] }),
      }));
    default:
      throw new UsageError(`trash: no such thing to do: ${deed}`);
  }
};

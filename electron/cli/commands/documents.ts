import type { Command } from '../command.ts';
import { date, strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** What the files of a paper say; what a renewed paper touches; and its replacement wherever it is still open. */
export const documents: Command = async (args, options) => {
  const [deed, ...others] = args;
  switch (deed) {
    case 'text':
      return text(others, options);
    case 'touches':
      return touches(others, options);
    case 'replace':
      return replace(others, options);
    default:
      throw new UsageError(`documents: no such thing to do: ${deed ?? 'nothing'}`);
  }
};

/** What is said page by page; what nobody has read yet is read now. */
const text: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const { id } = papersIn(positionals, 1);
  return withSession(options, async ({ call }) => ({ output: await call.documents.text({ id }) }));
};

const touches: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const pair = papersIn(positionals, 2);
  return withSession(options, async ({ call }) => ({ output: await call.renewal.touches(pair) }));
};

const replace: Command = async (args, options) => {
  const { values, positionals } = strict(args, { due: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  const pair = papersIn(positionals, 2);
  const dueOn = date(values.due, 'due') ?? null;
  return withSession(options, async ({ call }) => ({
    output:
      values['dry-run'] === true
        ? await call.renewal.touches(pair)
        : await call.renewal.replace({ ...pair, dueOn }),
  }));
};

function papersIn(
  positionals: readonly string[],
  most: number,
): { readonly id: string; readonly by?: string } {
  const [id, by] = positionals;
  if (id === undefined) throw new UsageError('the id of the paper is missing');
  if (positionals.length > most) throw new UsageError(`too much: ${positionals.slice(most).join(' ')}`);
  return by === undefined ? { id } : { id, by };
}

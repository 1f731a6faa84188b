import { searchKinds } from '#shared/contract/search.ts';
import type { Command } from '../command.ts';
import { oneArgument, wholeNumber } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const known = { kind: { type: 'string', multiple: true }, limit: { type: 'string' } } as const;

/** Whatever a text finds, by kind, the best first; a hit in a file says on which page. */
export const search: Command = async (args, options) => {
  const { values, argument: text } = oneArgument(args, known, 'the text');
  const kinds = values.kind?.map(kindOf);
  const limitPerKind = wholeNumber(values.limit, 'limit');
  return withSession(options, async ({ call }) => ({
    output: await call.search.query({ text, kinds, ...(limitPerKind !== undefined && { limitPerKind }) }),
  }));
};

function kindOf(text: string) {
  const kind = searchKinds.find((one) => one === text);
  if (kind === undefined) throw new UsageError(`--kind: not one of ${searchKinds.join(' ')}: ${text}`);
  return kind;
}

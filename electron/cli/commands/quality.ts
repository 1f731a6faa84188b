import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { withSession } from '../session.ts';

/** Measures the newest files of a paper and prints what they look like and what is wrong with them. */
export const quality: Command = async (args, options) => {
  const { argument: id } = oneArgument(args, {}, 'the id of the paper');
  return withSession(options, async ({ call }) => {
    const { current } = await call.documents.get({ id });
    const files = [];
    for (const { id: versionId, part, originalName } of current)
      files.push({ part, originalName, ...(await call.quality.ofVersion({ versionId, now: true })) });
    return { output: { files } };
  });
};

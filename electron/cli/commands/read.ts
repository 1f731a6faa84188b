import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { withSession } from '../session.ts';

/**
 * Reads the newest files of a paper on this computer and prints what they say; with --agreeing what agrees with everything
 * known is kept as what the paper says.
 */
export const read: Command = async (args, options) => {
  const flags = { agreeing: { type: 'boolean' }, lines: { type: 'boolean' } } as const;
  const { argument: id, values } = oneArgument(args, flags, 'the id of the paper');
  return withSession(options, async ({ call }) => {
    const { current } = await call.documents.get({ id });
    const files = [];
    for (const { id: versionId, part, originalName } of current) {
      const reading = await call.reading.ofVersion({ versionId, now: true });
      const told =
        reading.state === 'read' && values.lines !== true
          ? { ...reading, pages: reading.pages.map((page) => ({ ...page, lines: undefined })) }
          : reading;
      files.push({ part, originalName, ...told });
    }
    const confirmed =
      values.agreeing === true ? await call.reading.confirmAgreeing({ documentId: id }) : undefined;
    return { output: { files, ...(confirmed !== undefined && { confirmed }) } };
  });
};

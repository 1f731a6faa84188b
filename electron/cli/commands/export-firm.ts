import path from 'node:path';
import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';

/** Writes everything the firm has into a new folder that is read without the program. */
export const exportFirm: Command = async (args, options) => {
  const { argument: folder } = oneArgument(args, {}, 'the folder');
  return withSession(options, async ({ backend, call }) => {
    const target = backend.tokens.grant(path.resolve(folder));
    const { language } = options;
    const asked = { target, ...(language !== undefined && { language }) };
    return { output: await followed('export', call.exports.firm(asked)) };
  });
};

import { isStatedField, statedFields } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Writes what a paper says, all in one change, and prints all that it says then. An empty text takes a field away. */
export const state: Command = async (args, options) => {
  const [documentId, ...pairs] = strict(args, {}).positionals;
  if (documentId === undefined) throw new UsageError('the paper is missing');
  const values = Object.fromEntries(pairs.map(pairOf));
  return withSession(options, async ({ call }) => {
    const { changeId } = await call.documents.setStated({ documentId, values });
    const { kind, stated } = await call.documents.get({ id: documentId });
    return { output: { changeId, documentId, kind, stated } };
  });
};

function pairOf(text: string): [StatedField, string] {
  const at = text.indexOf('=');
  const field = text.slice(0, Math.max(at, 0));
  if (!isStatedField(field))
    throw new UsageError(`not FIELD=TEXT: ${text}; fields: ${statedFields.join(' ')}`);
  return [field, text.slice(at + 1)];
}

import type { Command } from '../command.ts';
import { instant, strict } from '../command-arguments.ts';
import { applicationIdOf, clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const known = {
  application: { type: 'string' },
  at: { type: 'string' },
  remove: { type: 'string' },
} as const;

/** The notes on a client, or on one of its applications; with a text, one more; with --remove, one fewer. */
export const note: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [subject, text, ...others] = positionals;
  if (subject === undefined) throw new UsageError('the client is missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}; a text stands in quotes`);
  if (text?.trim() === '') throw new UsageError('the text is empty');
  if (text === undefined && values.at !== undefined) throw new UsageError('the text is missing');
  const notedAtMs = instant(values.at, 'at');
  return withSession(options, async ({ call }) => {
    const clientId = await clientIdOf(call, subject.trim());
    const applicationId =
      values.application === undefined ? null : await applicationIdOf(call, values.application);
    if (values.remove !== undefined) await call.notes.trash({ id: values.remove });
    if (text !== undefined)
      await call.notes.add({ clientId, applicationId, text, ...(notedAtMs !== undefined && { notedAtMs }) });
    return { output: await call.notes.list({ clientId, applicationId, limit: 500 }) };
  });
};

import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { clientIdOf } from '../find-client.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const meanings: Readonly<Record<string, boolean | null>> = { yes: true, no: false, clear: null };

/** Writes what a client answers to a question of the category lists, and prints all its questions then. */
export const answer: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [subject, questionId, word = ''] = positionals;
  if (subject === undefined) throw new UsageError('the client is missing');
  const isAsking = positionals.length === 1;
  if (!isAsking && (questionId === undefined || positionals.length !== 3 || !Object.hasOwn(meanings, word)))
    throw new UsageError('not CLIENT QUESTION yes|no|clear');
  return withSession(options, async ({ call }) => {
    const clientId = await clientIdOf(call, subject);
    const isYes = meanings[word] ?? null;
    const changeId =
      isAsking || questionId === undefined
        ? null
        : (await call.clients.setAnswer({ clientId, questionId, isYes })).changeId;
    const { questions } = await call.clients.get({ id: clientId });
    return { output: { changeId, client: clientId, questions } };
  });
};

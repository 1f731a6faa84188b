import path from 'node:path';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { applicationIdOf } from '../find-client.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';
import { occasionOf } from './hand-out.ts';

/** The papers of an application's checklist in a new folder; without one, what it would hold and lack. */
export const submission: Command = async (args, options) => {
  const { values, positionals } = strict(args, { to: { type: 'string' }, for: { type: 'string' } });
  const [subject, folder, ...more] = positionals;
  if (subject === undefined) throw new UsageError('the application is missing');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const occasion = folder === undefined ? undefined : occasionOf(values);
  return withSession(options, async ({ backend, call }) => {
    const { language } = options;
    const asked = {
      applicationId: await applicationIdOf(call, subject),
      ...(language !== undefined && { language }),
    };
    if (folder === undefined || occasion === undefined)
      return { output: await call.handOuts.submission(asked) };
    const target = backend.tokens.grant(path.resolve(folder));
    const steps = call.handOuts.writeSubmission({ ...asked, ...occasion, target });
    return { output: await followed('submission', steps) };
  });
};

import path from 'node:path';
import type { LocalClient } from '#backend/router.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';
import { occasionOf } from './hand-out.ts';

const mostRows = 500;

/** Everything that is held about one person: the look, the folder for them, the erasure. */
export const person: Command = async (args, options) => {
  const [deed = 'list', ...others] = args;
  switch (deed) {
    case 'list':
      return list(others, options);
    case 'report':
      return report(others, options);
    case 'export':
      return exportOne(others, options);
    case 'erase':
      return erase(others, options);
    case 'erasures':
      return erasures(others, options);
    default:
      throw new UsageError(`person: no such thing to do: ${deed}`);
  }
};

const list: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  return withSession(options, async ({ call }) => ({
    output: await call.people.list({ text: positionals.join(' '), limit: mostRows }),
  }));
};

const report: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const subject = onlyOne(positionals);
  return withSession(options, async ({ call }) => {
    const id = await personIdOf(call, subject);
    return { output: await followed('person', call.people.report({ id })) };
  });
};

const exportOne: Command = async (args, options) => {
  const { values, positionals } = strict(args, { to: { type: 'string' }, for: { type: 'string' } });
  const [subject, folder, ...more] = positionals;
  if (folder === undefined) throw new UsageError('person export: who, and the folder');
  const who = onlyOne([subject ?? '', ...more]);
  const occasion = occasionOf(values);
  return withSession(options, async ({ backend, call }) => {
    const id = await personIdOf(call, who);
    const target = backend.tokens.grant(path.resolve(folder));
    const { language } = options;
    const asked = { id, target, ...occasion, ...(language !== undefined && { language }) };
    const output = await followed('person', call.people.export(asked));
    return { output, failed: output.missing.length > 0 };
  });
};

/** Without --yes it is told what would go and what would stay. */
const erase: Command = async (args, options) => {
  const { values, positionals } = strict(args, { yes: { type: 'boolean' }, remark: { type: 'string' } });
  const subject = onlyOne(positionals);
  return withSession(options, async ({ call }) => {
    const id = await personIdOf(call, subject, values.yes === true);
    if (values.yes !== true) return { output: await followed('person', call.people.previewErasure({ id })) };
    const output = await followed('person', call.people.erase({ id, remark: values.remark ?? null }));
    return { output, failed: output.waitingCount > 0 || !output.isSwept };
  });
};

const erasures: Command = async (args, options) => {
  strict(args, {});
  return withSession(options, async ({ call }) => ({
    output: await call.people.erasures({ limit: mostRows }),
  }));
};

function onlyOne([subject, ...more]: readonly string[]): string {
  if (subject === undefined || subject === '') throw new UsageError('person: who is meant');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  return subject;
}

/**
 * A person by id, else by a text that finds just one; where it `isFinal` a part of a name or a number is not enough, since what
 * is erased does not come back.
 */
async function personIdOf(call: LocalClient, subject: string, isFinal = false): Promise<string> {
  const { rows } = await call.people.list({ text: subject, limit: mostRows });
  const [only] = rows;
  if (only !== undefined && rows.length === 1 && !isFinal) return only.id;
  const named = rows.filter(({ name }) => name === subject);
  if (named.length === 1 && named[0] !== undefined) return named[0].id;
  if (rows.length === 0) return subject;
  const candidates = rows.map(({ id, name }) => `${name} ${id}`);
  throw new AppError('AMBIGUOUS', { text: subject, candidates });
}

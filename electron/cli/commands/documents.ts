import type { PaperCheck, Touches } from '#shared/contract/renewal.ts';
import { maskIdNumber } from '#shared/domain/mask.ts';
import { isContradicted } from '#shared/domain/paper-differences.ts';
import { natureOf } from '#shared/domain/stated-value.ts';
import type { LocalClient } from '#backend/router.ts';
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
  const { values, positionals } = strict(args, {
    due: { type: 'string' },
    'dry-run': { type: 'boolean' },
    sure: { type: 'boolean' },
  });
  const pair = papersIn(positionals, 2);
  const dueOn = date(values.due, 'due') ?? null;
  const sure = values.sure === true;
  return withSession(options, async ({ call }) => {
    const touched = await whenRead(call, pair);
    if (values['dry-run'] === true) return { output: touched };
    const { check } = touched;
    tell(check, sure);
    if (isContradicted(check.differences) && !sure)
      return { output: { check, changeId: null }, failed: true };
    return { output: { ...(await call.renewal.replace({ ...pair, dueOn, sure })), check } };
  });
};

/** What the new paper says is read first, as far as it can be: it may be another client's. */
async function whenRead(call: LocalClient, pair: Pair): Promise<Touches> {
  const touched = await call.renewal.touches(pair);
  const { waiting } = touched.check;
  for (const versionId of waiting) await call.reading.ofVersion({ versionId, now: true });
  return waiting.length === 0 ? touched : call.renewal.touches(pair);
}

function tell({ state, differences }: PaperCheck, sure: boolean): void {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if (state === 'unreadable') say('the new paper can’t be read: nothing on it was held against the client');
  for (const { field, says, known, weight } of differences) {
    const shown = natureOf(field) === 'resident_id' ? maskIdNumber : (text: string) => text;
    say(`${weight}: ${field}: the paper says ${shown(says)}, the client is ${shown(known)}`);
  }
  if (isContradicted(differences) && !sure) say('it may be another’s; --sure puts it there nevertheless');
}

interface Pair {
  readonly id: string;
  readonly by?: string;
}

function papersIn(positionals: readonly string[], most: number): Pair {
  const [id, by] = positionals;
  if (id === undefined) throw new UsageError('the id of the paper is missing');
  if (positionals.length > most) throw new UsageError(`too much: ${positionals.slice(most).join(' ')}`);
  return by === undefined ? { id } : { id, by };
}

import path from 'node:path';
import { exportFormats } from '#shared/contract/exports.ts';
import { heldFilter } from '#shared/contract/keeping.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { date, strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const mostRows = 500;

/** Papers whose time is over: what may be destroyed, its destruction, the record of it, and the day until which one is kept. */
export const keeping: Command = async (args, options) => {
  const [deed = 'due', ...others] = args;
  switch (deed) {
    case 'due':
      return due(others, options);
    case 'destroy':
      return destroy(others, options);
    case 'record':
      return record(others, options);
    case 'until':
      return keepUntil(others, options);
    default:
      throw new UsageError(`keeping: no such thing to do: ${deed}`);
  }
};

const due: Command = async (args, options) => {
  const { values, positionals } = strict(args, { show: { type: 'string' } });
  const show = heldFilter.safeParse(values.show ?? 'all');
  if (!show.success) throw new UsageError(`--show: not one of ${heldFilter.options.join(' ')}`);
  const text = positionals.join(' ');
  return withSession(options, async ({ call }) => ({
    output: await call.keeping.due({ text, show: show.data, limit: mostRows }),
  }));
};

const destroy: Command = async (args, options) => {
  const { values, positionals: ids } = strict(args, {
    all: { type: 'boolean' },
    remark: { type: 'string' },
    sure: { type: 'boolean' },
  });
  if ((ids.length === 0) !== (values.all === true))
    throw new UsageError('keeping destroy: which ones, or --all');
  if (values.sure !== true)
    throw new UsageError('keeping destroy: it can not be undone; --sure says that it is meant');
  return withSession(options, async ({ call }) => {
    const output = await destroyed(call, values.all === true ? freeIds(call) : partsOf(ids), values.remark);
    return { output, failed: output.leftCount > 0 };
  });
};

interface Destroyed {
  readonly destroyedCount: number;
  readonly leftCount: number;
  readonly fileCount: number;
  readonly waitingCount: number;
}

/** As many at a time as one call takes, each a change of its own. */
async function destroyed(
  call: LocalClient,
  parts: AsyncIterable<string[]> | Iterable<string[]>,
  remark: string | undefined,
): Promise<Destroyed> {
  let all: Destroyed = { destroyedCount: 0, leftCount: 0, fileCount: 0, waitingCount: 0 };
  for await (const ids of parts) {
    const done = await call.keeping.destroy({ ids, remark: remark ?? null });
    all = {
      destroyedCount: all.destroyedCount + done.destroyedCount,
      leftCount: all.leftCount + done.leftCount,
      fileCount: all.fileCount + done.fileCount,
      waitingCount: done.waitingCount,
    };
    // What is not gone would be met again.
    if (done.destroyedCount === 0) break;
  }
  return all;
}

/** All that may be destroyed, as long as there is any: what was destroyed is in the list no more. */
async function* freeIds(call: LocalClient): AsyncGenerator<string[]> {
  for (;;) {
    const { rows } = await call.keeping.due({ show: 'free', limit: mostRows });
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
  }
}

function* partsOf(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += mostRows) yield ids.slice(start, start + mostRows);
}

const record: Command = async (args, options) => {
  const { values, positionals } = strict(args, { to: { type: 'string' } });
  const text = positionals.join(' ');
  const { to } = values;
  if (to === undefined)
    return withSession(options, async ({ call }) => ({
      output: await call.keeping.destroyed({ text, limit: mostRows }),
    }));
  const format = exportFormats.find((one) => to.toLowerCase().endsWith(`.${one}`));
  if (format === undefined) throw new UsageError(`not .xlsx or .csv: ${to}`);
  return withSession(options, async ({ backend, call }) => {
    const target = backend.tokens.grant(path.resolve(to));
    const { language } = options;
    const asked = { text, target, format, ...(language !== undefined && { language }) };
    return { output: await followed('destroyed', call.exports.destroyed(asked)) };
  });
};

const keepUntil: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [id, day, ...more] = positionals;
  if (id === undefined || day === undefined)
    throw new UsageError('keeping until: which paper, and a day or none');
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const keepUntilOn = day === 'none' ? null : (date(day, 'until') ?? null);
  return withSession(options, async ({ call }) => {
    const { keepUntilOn: before } = await call.documents.get({ id });
    const base = { keepUntilOn: before };
    return { output: await call.documents.update({ id, base, changes: { keepUntilOn } }) };
  });
};

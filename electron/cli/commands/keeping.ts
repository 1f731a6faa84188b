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
    const meant = values.all === true ? await freeIds(call) : ids;
    if (meant.length === 0) return { output: { destroyedCount: 0 } };
    const output = await call.keeping.destroy({ ids: meant, remark: values.remark ?? null });
    return { output, failed: output.leftCount > 0 };
  });
};

const freeIds = async (call: LocalClient): Promise<string[]> =>
  (await call.keeping.due({ show: 'free', limit: mostRows })).rows.map(({ id }) => id);

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

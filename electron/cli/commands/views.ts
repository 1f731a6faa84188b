import path from 'node:path';
import { viewScreens } from '#shared/contract/views.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { faultsInWords, granted } from '../rule-files.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

/** The views of the lists with their counts; into a file and out of one. */
export const views: Command = async (args, options) => {
  const [deed = 'list', ...others] = args;
  switch (deed) {
    case 'list':
      return listOf(others, options);
    case 'export':
      return exportTo(others, options);
    case 'import':
      return importFrom(others, options);
    default:
      throw new UsageError(`views: not list, export or import: ${deed}`);
  }
};

const listOf: Command = async (args, options) => {
  const { positionals } = strict(args, {});
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  const screen = screenOf(name);
  return withSession(options, async ({ call }) => {
    const found = await call.views.list({ screen });
    const counted = found.map(async (view) => ({ ...view, ...(await call.views.count({ id: view.id })) }));
    return { output: await Promise.all(counted) };
  });
};

function screenOf(name: string | undefined) {
  const screen = viewScreens.find((one) => one === name);
  if (name !== undefined && screen === undefined)
    throw new UsageError(`not a list with views: ${name}; lists: ${viewScreens.join(' ')}`);
  return screen;
}

/** All views, or those of the names given. */
const exportTo: Command = async (args, options) => {
  const { values, positionals } = strict(args, { list: { type: 'string' } });
  const [file, ...names] = positionals;
  if (file === undefined) throw new UsageError('the file is missing');
  const screen = screenOf(values.list);
  return withSession(options, async ({ backend, call }) => {
    const found = await call.views.list({ screen });
    const unknown = names.find((name) => !found.some((view) => view.name === name));
    if (unknown !== undefined) throw new UsageError(`no such view: ${unknown}`);
    const ids = found.filter(({ name }) => names.length === 0 || names.includes(name)).map(({ id }) => id);
    if (ids.length === 0) throw new UsageError('there is no view to export');
    return { output: await call.views.exportFile({ ids, target: backend.tokens.grant(path.resolve(file)) }) };
  });
};

const importFrom: Command = async (args, options) => {
  const { values, positionals } = strict(args, {
    'dry-run': { type: 'boolean' },
    replace: { type: 'boolean' },
    'keep-both': { type: 'boolean' },
    'drop-people': { type: 'boolean' },
  });
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`too much: ${more.join(' ')}`);
  if (values.replace === true && values['keep-both'] === true)
    throw new UsageError('--replace and --keep-both exclude each other');
  return withSession(options, async ({ backend, call }) => {
    const file = granted(backend, name);
    const preview = await call.views.previewFile({ file });
    if (!preview.ok)
      return { output: { ...preview, faults: await faultsInWords(call, preview.faults) }, failed: true };
    if (values['dry-run'] === true) return { output: preview };
    const taken =
      values.replace === true ? 'replace' : values['keep-both'] === true ? 'keep_both' : undefined;
    const dropPeople = values['drop-people'] === true;
    return { output: await call.views.importFile({ file, taken, dropPeople }) };
  });
};

import fs from 'node:fs';
import path from 'node:path';
import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { Backend } from '#backend/backend.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

interface RulesCall {
  readonly call: LocalClient;
  readonly backend: Backend;
  readonly args: readonly string[];
  readonly dryRun: boolean;
  readonly move: boolean;
}

type Deed = (input: RulesCall) => Promise<{ output: unknown; failed?: boolean }>;

/** The rule packs: what there is, how versions differ, how the platforms compare, files of packs and holidays, the firm's overrides. */
export const rules: Command = async (args, options) => {
  const known = { 'dry-run': { type: 'boolean' }, move: { type: 'boolean' } } as const;
  const { values, positionals } = strict(args, known);
  const [name = 'list', ...others] = positionals;
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (deed === undefined) throw new UsageError(`rules: no such thing to do: ${name}`);
  return withSession(options, ({ call, backend }) =>
    deed({ call, backend, args: others, dryRun: values['dry-run'] === true, move: values.move === true }),
  );
};

const deeds: Readonly<Record<string, Deed>> = {
  list: async ({ call }) => ({ output: await call.rules.list() }),
  show: async ({ call, args: [id = '', version] }) => ({
    output: await call.rules.get({ id, ...(version !== undefined && { version }) }),
  }),
  diff: async ({ call, args: [id = '', from = '', to = ''] }) => ({
    output: await call.rules.differences({ id, from, to }),
  }),
  compare: async ({ call }) => ({ output: await call.rules.comparison() }),
  import: importPack,
  outdated: outdated,
  holidays: importHolidays,
  overrides: async ({ call }) => ({ output: await call.rules.overrides() }),
};

async function importPack({ call, backend, args, dryRun, move }: RulesCall) {
  const file = granted(backend, args[0]);
  const preview = await call.rules.previewPack({ file });
  if (!preview.ok) return { output: preview, failed: true };
  if (dryRun) return { output: preview };
  const { touched, untouchedIds } = preview;
  const applicationIds = move ? movable(touched, untouchedIds) : [];
  const { changeId } = await call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds });
  return { output: { ...preview, changeId, moved: applicationIds.length } };
}

async function outdated({ call, move }: RulesCall) {
  const packs = await call.rules.outdated();
  if (move) {
    for (const { packId: id, version, touched, untouchedIds } of packs) {
      const applicationIds = movable(touched, untouchedIds);
      if (applicationIds.length === 0) continue;
      await call.rules.moveApplications({ id, version, applicationIds });
    }
  }
  return { output: { moved: move, packs } };
}

/** Those that can follow to the version. */
const movable = (touched: readonly TouchedApplication[], untouchedIds: readonly string[]): string[] => [
  ...touched.filter(({ canMove }) => canMove).map(({ id }) => id),
  ...untouchedIds,
];

async function importHolidays({ call, backend, args, dryRun }: RulesCall) {
  if (args[0] === undefined) return { output: await call.rules.holidayYears() };
  const file = granted(backend, args[0]);
  const preview = await call.rules.previewHolidays({ file });
  if (!preview.ok) return { output: preview, failed: true };
  if (dryRun) return { output: preview };
  const { changeId } = await call.rules.installHolidays({ file, sha256: preview.sha256 });
  return { output: { ...preview, changeId } };
}

function granted(backend: Backend, argument: string | undefined): string {
  if (argument === undefined) throw new UsageError('rules: the file is missing');
  const file = path.resolve(argument);
  if (!fs.existsSync(file)) throw new UsageError(`no such file: ${argument}`);
  return backend.tokens.grant(file, undefined, 'read');
}

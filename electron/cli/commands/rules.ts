import type { Backend } from '#backend/backend.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { faultsInWords, granted, leadsBackUnasked, movable, moveOptions, moveWish } from '../rule-files.ts';
import type { MoveWish } from '../rule-files.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

interface RulesCall {
  readonly call: LocalClient;
  readonly backend: Backend;
  readonly args: readonly string[];
  readonly dryRun: boolean;
  readonly wish: MoveWish;
}

type Deed = (input: RulesCall) => Promise<{ output: unknown; failed?: boolean }>;

/** The rule packs: what there is, how versions differ, how the platforms compare, files of packs, and who is on an older version. */
export const rules: Command = async (args, options) => {
  const known = { 'dry-run': { type: 'boolean' }, ...moveOptions } as const;
  const { values, positionals } = strict(args, known);
  const [name = 'list', ...others] = positionals;
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (deed === undefined) throw new UsageError(`rules: no such thing to do: ${name}`);
  const flags = { dryRun: values['dry-run'] === true, wish: moveWish(values) };
  return withSession(options, ({ call, backend }) => deed({ call, backend, args: others, ...flags }));
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
};

async function importPack({ call, backend, args, dryRun, wish }: RulesCall) {
  const file = granted(backend, args[0]);
  const preview = await followed('judging', call.rules.previewPack({ file }));
  if (!preview.ok) {
    return { output: { ...preview, faults: await faultsInWords(call, preview.faults) }, failed: true };
  }
  if (dryRun) return { output: preview };
  if (leadsBackUnasked(preview, wish)) return { output: preview, failed: true };
  const applicationIds = wish.move ? movable(preview) : [];
  const input = { file, sha256: preview.head.sha256, applicationIds };
  const { changeId } = await followed('writing', call.rules.installPack(input));
  return { output: { ...preview, changeId, moved: applicationIds.length } };
}

async function outdated({ call, wish: { move } }: RulesCall) {
  const packs = await followed('judging', call.rules.outdated());
  for (const pack of move ? packs : []) {
    const applicationIds = movable(pack);
    if (applicationIds.length === 0) continue;
    const { packId: id, version } = pack;
    await followed('writing', call.rules.moveApplications({ id, version, applicationIds }));
  }
  return { output: { moved: move, packs } };
}

import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import type { SchemaFault } from '#shared/contract/schema-faults.ts';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { OutdatedPack, PackHead, PackPreview } from '#shared/contract/rules.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { compareVersions } from '#shared/domain/rule-pack-lookup.ts';
import { packDifferences } from '#shared/domain/rule-pack-difference.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { rivalPacks } from '#shared/domain/rival-packs.ts';
import { standingAmong } from '#shared/domain/rule-versions.ts';
import type { VersionStanding } from '#shared/domain/rule-versions.ts';
import { impactOn, judgeCases } from '#backend/applications/judging.ts';
import { moveApplications } from '#backend/applications/rule-changes.ts';
import type { Backend } from '#backend/backend.ts';
import { finished } from '#backend/work.ts';
import { keepPack } from './keep.ts';
import type { LoadedPack } from './library.ts';
import * as queries from './queries.ts';
import { newestOf } from './newest.ts';
import { readRuleFile, readRules, requireSame } from './rule-file.ts';
import type { ReadRules, RuleFile } from './rule-file.ts';

/** Every version of every pack, by id, the newest of each first. */
export function listPacks(backend: Backend): PackHead[] {
  return backend.rules.all
    .map((loaded) => headOf(backend, loaded))
    .sort((a, b) => (a.id === b.id ? compareVersions(b.version, a.version) : a.id < b.id ? -1 : 1));
}

export function headOf(backend: Backend, { base, sha256, origin }: LoadedPack): PackHead {
  return {
    ...bareHead(base, sha256),
    origin,
    isNewest: backend.rules.get(base.id).sha256 === sha256,
    openApplicationCount: queries.countOpenApplicationsOfSha(backend.db, sha256),
  };
}

const bareHead = (pack: RulePack, sha256: string) => ({
  id: pack.id,
  version: pack.version,
  asOf: pack.asOf,
  sha256,
  title: pack.title,
  platform: pack.platform,
  accountKinds: [...pack.accountKinds],
  applicationKinds: [...pack.applicationKinds],
  coveredEntityTypes: [...pack.coveredEntityTypes],
});

/**
 * Reads a pack file and tells what it is, how it differs from what is in use, and whom it would touch. Throws AppError
 * CANCELLED, and what reading the file throws.
 */
export async function* previewPack(
  backend: Backend,
  token: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<PackPreview>> {
  const file = readRuleFile(backend, token);
  const read = readPack(backend, file);
  if (!read.ok) {
    yield finished({ ok: false as const, fileName: file.name, faults: read.faults });
    return;
  }
  const pack = read.rules;
  const ids = () => queries.openApplicationIdsOfPack(backend.db, pack.id);
  const judgements = yield* judgeCases(
    backend,
    () => {
      const rules = { pack: constant(effective(backend, pack)) };
      return ids().map((id) => ({ id, rules }));
    },
    signal,
  );
  const current = newestOf(backend.rules.all, pack.id);
  yield finished({
    ok: true as const,
    fileName: file.name,
    head: bareHead(pack, file.sha256),
    standing: standingOf(backend, file.sha256, pack),
    comparedWith: current?.base.version ?? null,
    differences: current === undefined ? [] : packDifferences(current.base, pack),
    ...impactOn(ids(), judgements),
  });
}

function readPack({ clock, rules }: Backend, file: RuleFile): ReadRules<RulePack> {
  const other = {
    schema: categoryPackSchema,
    words: {
      zh: '这是类目清单，请在「类目资质」里装入',
      en: 'A list of categories: take it in under Category permits',
    },
  };
  const read = readRules(file, rulePackSchema, other, clock.today());
  if (!read.ok) return read;
  const ids = new Set(rules.all.map(({ base }) => base.id));
  const faults = rivalPacks(
    read.rules,
    [...ids].map((id) => rules.get(id).base),
  ).map(rivalFault);
  return faults.length > 0 ? { ok: false, faults } : read;
}

/** Two packs for one case: nothing would say which one decides. */
const rivalFault = ({ id, title }: RulePack): SchemaFault => ({
  place: 'id',
  fault: {
    zh: `「${title.zh}」（${id}）已经管这类申请；要改它，就用它的编号出新版本`,
    en: `“${title.en}” (${id}) decides such cases already; to change it, make a new version under its id`,
  },
});

const effective = (backend: Backend, pack: RulePack): RulePack =>
  withOverrides(
    pack,
    backend.rules.overrides.filter(({ packId }) => packId === pack.id),
  );

const constant = (pack: RulePack) => (): RulePack => pack;

const standingOf = (backend: Backend, sha256: string, { id, version }: RulePack): VersionStanding =>
  standingAmong(
    backend.rules.all
      .filter(({ base }) => base.id === id)
      .map((loaded) => ({ version: loaded.base.version, sha256: loaded.sha256 })),
    { version, sha256 },
  );

/**
 * Takes a previewed file in and moves open applications to it. Throws AppError STALE when the file has changed since,
 * ACTION_NOT_ALLOWED when it has faults, is there already or calls itself a version that is.
 */
export function installPack(
  backend: Backend,
  { file: token, sha256, applicationIds }: { file: string; sha256: string; applicationIds: string[] },
) {
  const file = readRuleFile(backend, token);
  requireSame(file, sha256);
  const read = readPack(backend, file);
  if (!read.ok) throw refused('install', file.name, 'faulty');
  const { id, version } = read.rules;
  const standing = standingOf(backend, sha256, read.rules);
  if (standing === 'known' || standing === 'same_version') throw refused('install', file.name, standing);
  const { changeId } = backend.changes.record('rules.installPack', (change) => {
    keepPack(backend, change, { base: read.rules, sha256, content: file.content });
    backend.rules.invalidate();
    if (applicationIds.length > 0)
      moveApplications(backend, change, backend.rules.get(id, version, sha256), applicationIds);
  });
  return { changeId };
}

const refused = (action: string, stage: string, reason: RefusalReason) =>
  new AppError('ACTION_NOT_ALLOWED', { action, stage, reason });

/** Throws AppError NOT_FOUND, IN_USE, or ACTION_NOT_ALLOWED for a pack that ships with the program. */
export function removePack(backend: Backend, { id, version }: { id: string; version: string }) {
  const loaded = backend.rules.get(id, version);
  if (loaded.origin === 'shipped') throw refused('remove', version, 'shipped');
  const count = queries.countUsesOfSha(backend.db, loaded.sha256);
  if (count > 0) throw new AppError('IN_USE', { what: 'rule_pack', count });
  const stored = queries.storedPackBySha(backend.db, loaded.sha256);
  const { changeId } = backend.changes.record('rules.removePack', (change) => {
    if (stored !== undefined) change.remove('rule_packs', stored.id);
  });
  return { changeId };
}

/**
 * Open applications, of one pack or all, that go by another version than the newest, and what a move would change.
 * Throws AppError CANCELLED.
 */
export async function* outdatedApplications(
  backend: Backend,
  packId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<OutdatedPack[]>> {
  const judgements = yield* judgeCases(
    backend,
    () =>
      latePacks(backend, packId).flatMap(({ loaded, ids }) => {
        const rules = { pack: constant(loaded.pack) };
        return ids.map((id) => ({ id, rules }));
      }),
    signal,
  );
  yield finished(
    latePacks(backend, packId).map(({ loaded: { base }, ids }) => ({
      packId: base.id,
      title: base.title,
      version: base.version,
      ...impactOn(ids, judgements),
    })),
  );
}

/** The newest version of each pack that somebody does not go by yet, with who that is. */
const latePacks = (backend: Backend, packId: string | undefined) =>
  backend.rules.all
    .filter(
      ({ base, sha256 }) =>
        (packId === undefined || base.id === packId) && backend.rules.get(base.id).sha256 === sha256,
    )
    .map((loaded) => ({
      loaded,
      ids: queries.openApplicationIdsOfPack(backend.db, loaded.base.id, loaded.sha256),
    }))
    .filter(({ ids }) => ids.length > 0);

/** Throws AppError NOT_FOUND. */
export function moveToVersion(
  backend: Backend,
  { id, version, applicationIds }: { id: string; version: string; applicationIds: string[] },
) {
  const loaded = backend.rules.get(id, version);
  const { changeId } = backend.changes.record('rules.moveApplications', (change) =>
    moveApplications(backend, change, loaded, applicationIds),
  );
  return { changeId };
}

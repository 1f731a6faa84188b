import { AppError } from '#shared/contract/errors.ts';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { OutdatedPack, PackHead, PackPreview } from '#shared/contract/rules.ts';
import { compareVersions } from '#shared/domain/rule-pack-lookup.ts';
import { packDifferences } from '#shared/domain/rule-pack-difference.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { moveApplications, touchedBy } from '#backend/applications/rule-changes.ts';
import type { Backend } from '#backend/backend.ts';
import { keepPack } from './keep.ts';
import type { LoadedPack } from './library.ts';
import * as queries from './queries.ts';
import { newestOf } from './newest.ts';
import { readRuleFile, requireSame } from './rule-file.ts';
import type { RuleFile } from './rule-file.ts';

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

/** Reads a pack file and tells what it is, how it differs from what is in use, and whom it would touch. */
export function previewPack(backend: Backend, token: string): PackPreview {
  const file = readRuleFile(backend, token);
  const read = readPack(file);
  if (!read.ok) return { ok: false, fileName: file.name, faults: read.faults };
  const { pack } = read;
  const current = newestOf(backend.rules.all, pack.id);
  const fresh = effective(backend, pack);
  const standing = standingOf(backend, file.sha256, pack, current);
  return {
    ok: true,
    fileName: file.name,
    head: bareHead(pack, file.sha256),
    standing,
    comparedWith: current?.base.version ?? null,
    differences: current === undefined ? [] : packDifferences(current.base, pack),
    ...touchedBy(backend, queries.openApplicationIdsOfPack(backend.db, pack.id), () => fresh),
  };
}

type ReadPack =
  | { readonly ok: true; readonly pack: RulePack }
  | { readonly ok: false; readonly faults: { place: string; fault: string }[] };

function readPack({ json, fault }: RuleFile): ReadPack {
  if (fault !== undefined) return { ok: false, faults: [{ place: '', fault }] };
  if (depthOf(json) > deepest) return { ok: false, faults: [{ place: '', fault: 'nested too deeply' }] };
  const checked = rulePackSchema.safeParse(json);
  if (checked.success) return { ok: true, pack: checked.data };
  const faults = checked.error.issues.map(({ path, message }) => ({ place: path.join('.'), fault: message }));
  return { ok: false, faults };
}

/** Formulas nest a few levels; a file far deeper is none of ours. */
const deepest = 40;

/** How far a value is nested, counted no further than it matters. */
function depthOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > deepest) return level;
  return Math.max(level, ...Object.values(value).map((inner) => depthOf(inner, level + 1)));
}

const effective = (backend: Backend, pack: RulePack): RulePack =>
  withOverrides(
    pack,
    backend.rules.overrides.filter(({ packId }) => packId === pack.id),
  );

function standingOf(
  backend: Backend,
  sha256: string,
  pack: RulePack,
  current: LoadedPack | undefined,
): Extract<PackPreview, { ok: true }>['standing'] {
  if (backend.rules.all.some((loaded) => loaded.sha256 === sha256)) return 'known';
  if (current === undefined) return 'new_pack';
  const named = backend.rules.all.filter(({ base }) => base.id === pack.id);
  if (named.some(({ base }) => compareVersions(base.version, pack.version) === 0)) return 'same_version';
  return compareVersions(current.base.version, pack.version) < 0 ? 'newer' : 'older';
}

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
  const read = readPack(file);
  if (!read.ok) throw refused('install', file.name, 'faulty');
  const standing = standingOf(backend, sha256, read.pack, newestOf(backend.rules.all, read.pack.id));
  if (standing === 'known' || standing === 'same_version') throw refused('install', file.name, standing);
  const { changeId } = backend.changes.record('rules.installPack', (change) => {
    keepPack(backend, change, { base: read.pack, sha256, content: file.content });
    backend.rules.invalidate();
    if (applicationIds.length > 0) {
      moveApplications(
        backend,
        change,
        backend.rules.get(read.pack.id, read.pack.version, sha256),
        applicationIds,
      );
    }
  });
  return { changeId };
}

const refused = (action: string, stage: string, reason: string) =>
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

/** Open applications, of one pack or all, that go by another version than the newest, and what a move would change. */
export function outdatedApplications(backend: Backend, packId?: string): OutdatedPack[] {
  const newest = backend.rules.all.filter(
    ({ base, sha256 }) =>
      (packId === undefined || base.id === packId) && backend.rules.get(base.id).sha256 === sha256,
  );
  return newest
    .map(({ base, pack, sha256 }) => {
      const ids = queries.openApplicationIdsOfPack(backend.db, base.id, sha256);
      const impact = touchedBy(backend, ids, () => pack);
      return { packId: base.id, title: base.title, version: base.version, ...impact };
    })
    .filter(({ touched, untouchedIds }) => touched.length + untouchedIds.length > 0);
}

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

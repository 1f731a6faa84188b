import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { CategoryListHead, CategoryListPreview, OutdatedList } from '#shared/contract/rules.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { categoryDifferences } from '#shared/domain/category-pack-difference.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { compareVersions } from '#shared/domain/rule-pack-lookup.ts';
import { standingAmong } from '#shared/domain/rule-versions.ts';
import type { VersionStanding } from '#shared/domain/rule-versions.ts';
import { impactOn, judgeCases } from '#backend/applications/judging.ts';
import { moveToCategories } from '#backend/applications/rule-changes.ts';
import type { Backend } from '#backend/backend.ts';
import { finished } from '#backend/work.ts';
import { newestLists } from './categories.ts';
import type { LoadedCategoryPack } from './categories.ts';
import { keepCategories } from './keep.ts';
import * as queries from './queries.ts';
import { readRuleFile, readRules, requireSame } from './rule-file.ts';
import type { RuleFile } from './rule-file.ts';

/** Every version of every list, by platform, the newest of each first. */
export function listHeads(backend: Backend): CategoryListHead[] {
  const newest = new Set(newestLists(backend.categories));
  return backend.categories.all
    .map((loaded) => ({
      ...bareHead(loaded.pack, loaded.sha256),
      origin: loaded.origin,
      isNewest: newest.has(loaded),
      openApplicationCount:
        queries.countOpenApplicationsOfList(backend.db, loaded.sha256) +
        (newest.has(loaded) ? queries.openApplicationIdsWithoutList(backend.db, loaded.pack).length : 0),
    }))
    .sort((a, b) =>
      a.platform === b.platform ? compareVersions(b.version, a.version) : a.platform < b.platform ? -1 : 1,
    );
}

const bareHead = ({ id, version, asOf, title, platform, accountKinds }: CategoryPack, sha256: string) => ({
  id,
  version,
  asOf,
  sha256,
  title,
  platform,
  accountKinds: [...accountKinds],
});

/** Throws AppError NOT_FOUND. */
export function listOf({ categories }: Pick<Backend, 'categories'>, sha256: string): LoadedCategoryPack {
  const loaded = categories.bySha256(sha256);
  if (loaded === undefined) throw new AppError('NOT_FOUND', { what: 'category_pack', id: sha256 });
  return loaded;
}

/**
 * Reads a file with a list and tells what it is, how it differs from what is in use, and whom it would touch. Throws
 * AppError CANCELLED, and what reading the file throws.
 */
export async function* previewCategories(
  backend: Backend,
  token: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<CategoryListPreview>> {
  const file = readRuleFile(backend, token);
  const read = readList(backend, file);
  if (!read.ok) {
    yield finished({ ok: false as const, fileName: file.name, faults: read.faults });
    return;
  }
  const pack = read.rules;
  const { sha256, content } = file;
  const rules = { list: { pack, sha256, content, origin: 'imported' as const } };
  const ids = () => queries.openApplicationIdsOfList(backend.db, pack, sha256);
  const judgements = yield* judgeCases(backend, () => ids().map((id) => ({ id, rules })), signal);
  const before = currentFor(backend, pack)?.pack ?? null;
  yield finished({
    ok: true as const,
    fileName: file.name,
    head: bareHead(pack, sha256),
    standing: standingOf(backend, file.sha256, pack),
    comparedWith: before?.version ?? null,
    differences: before === null ? [] : categoryDifferences(before, pack),
    before,
    after: pack,
    ...impactOn(ids(), judgements),
  });
}

const readList = ({ clock }: Backend, file: RuleFile) =>
  readRules(
    file,
    categoryPackSchema,
    {
      schema: rulePackSchema,
      words: {
        zh: '这是规则包，请在规则包的页面装入',
        en: 'A rule pack: take it in on the page of the packs',
      },
    },
    clock.today(),
  );

/** The list that accounts like those of the given one go by now. */
const currentFor = ({ categories }: Backend, pack: CategoryPack): LoadedCategoryPack | undefined =>
  pack.accountKinds.map((kind) => categories.find(pack.platform, kind)).find((found) => found !== undefined);

/** The lists of one platform and kind of account are one series, whatever their ids. */
const standingOf = ({ categories }: Backend, sha256: string, pack: CategoryPack): VersionStanding =>
  standingAmong(
    categories.all
      .filter((loaded) => loaded.pack.platform === pack.platform)
      .filter((loaded) => loaded.pack.accountKinds.some((kind) => pack.accountKinds.includes(kind)))
      .map((loaded) => ({ version: loaded.pack.version, sha256: loaded.sha256 })),
    { version: pack.version, sha256 },
  );

/**
 * Takes a previewed file in and moves open applications to it. Those that name no list yet and stay behind are bound to
 * the one that they went by until now. Throws AppError STALE when the file has changed since, ACTION_NOT_ALLOWED when
 * it has faults, is there already or calls itself a version that is.
 */
export function installCategories(
  backend: Backend,
  { file: token, sha256, applicationIds }: { file: string; sha256: string; applicationIds: string[] },
) {
  const file = readRuleFile(backend, token);
  requireSame(file, sha256);
  const read = readList(backend, file);
  if (!read.ok) throw refused('install', file.name, 'faulty');
  const pack = read.rules;
  const standing = standingOf(backend, sha256, pack);
  if (standing === 'known' || standing === 'same_version') throw refused('install', file.name, standing);
  const current = currentFor(backend, pack);
  const { changeId } = backend.changes.record('rules.installCategories', (change) => {
    if (standing === 'newer' && current !== undefined) {
      const moving = new Set(applicationIds);
      const staying = queries.openApplicationIdsWithoutList(backend.db, pack).filter((id) => !moving.has(id));
      if (staying.length > 0) moveToCategories(backend, change, current, staying);
    }
    const list: LoadedCategoryPack = { pack, sha256, content: file.content, origin: 'imported' };
    keepCategories(backend, change, list);
    backend.categories.invalidate();
    if (applicationIds.length > 0) moveToCategories(backend, change, list, applicationIds);
  });
  return { changeId };
}

const refused = (action: string, stage: string, reason: RefusalReason) =>
  new AppError('ACTION_NOT_ALLOWED', { action, stage, reason });

/** Throws AppError NOT_FOUND, IN_USE, or ACTION_NOT_ALLOWED for a list that ships with the program. */
export function removeCategories(backend: Backend, sha256: string) {
  const { origin, pack } = listOf(backend, sha256);
  if (origin === 'shipped') throw refused('remove', pack.version, 'shipped');
  const count = queries.countUsesOfList(backend.db, sha256);
  if (count > 0) throw new AppError('IN_USE', { what: 'category_pack', count });
  const stored = queries.storedPackBySha(backend.db, sha256);
  const { changeId } = backend.changes.record('rules.removeCategories', (change) => {
    if (stored !== undefined) change.remove('rule_packs', stored.id);
  });
  return { changeId };
}

/** Open applications that go by another version than the newest, and what a move would change. Throws AppError CANCELLED. */
export async function* outdatedCategories(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<OutdatedList[]>> {
  const judgements = yield* judgeCases(
    backend,
    () => lateLists(backend).flatMap(({ list, ids }) => ids.map((id) => ({ id, rules: { list } }))),
    signal,
  );
  yield finished(
    lateLists(backend).map(({ list: { sha256, pack }, ids }) => ({
      sha256,
      title: pack.title,
      version: pack.version,
      ...impactOn(ids, judgements),
    })),
  );
}

/** The newest version of each list that somebody does not go by yet, with who that is. */
const lateLists = (backend: Backend) =>
  newestLists(backend.categories)
    .map((list) => ({
      list,
      ids: queries.openApplicationIdsOfOtherLists(backend.db, list.pack, list.sha256),
    }))
    .filter(({ ids }) => ids.length > 0);

/** Throws AppError NOT_FOUND, and ACTION_NOT_ALLOWED as `moveToCategories` of the applications says. */
export function moveToList(
  backend: Backend,
  { sha256, applicationIds }: { sha256: string; applicationIds: string[] },
) {
  const list = listOf(backend, sha256);
  const { changeId } = backend.changes.record('rules.moveToCategories', (change) =>
    moveToCategories(backend, change, list, applicationIds),
  );
  return { changeId };
}

import { categoryDifferences } from '#shared/domain/category-pack-difference.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import { packDifferences } from '#shared/domain/rule-pack-difference.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { writing } from '#backend/work.ts';
import { newestLists } from './categories.ts';
import * as holidays from './holidays.ts';
import * as lists from './lists.ts';
import * as overrides from './overrides.ts';
import { newestPacks } from './newest.ts';
import * as packs from './packs.ts';

export const rulesHandlers = (os: Implementer, backend: Backend) => ({
  list: os.rules.list.handler(() => packs.listPacks(backend)),
  get: os.rules.get.handler(({ input }) => {
    const loaded = backend.rules.get(input.id, input.version, input.sha256);
    return { ...packs.headOf(backend, loaded), pack: loaded.pack, base: loaded.base };
  }),
  comparison: os.rules.comparison.handler(() =>
    comparePlatforms(newestPacks(backend), backend.clock.today()),
  ),
  differences: os.rules.differences.handler(({ input: { id, from, to } }) =>
    packDifferences(backend.rules.get(id, from).base, backend.rules.get(id, to).base),
  ),
  previewPack: os.rules.previewPack.handler(({ input, signal }) =>
    packs.previewPack(backend, input.file, signal),
  ),
  installPack: os.rules.installPack.handler(({ input, signal }) =>
    writing(input.applicationIds.length, () => packs.installPack(backend, input), signal),
  ),
  removePack: os.rules.removePack.handler(({ input }) => packs.removePack(backend, input)),
  outdated: os.rules.outdated.handler(({ input, signal }) =>
    packs.outdatedApplications(backend, input.packId, signal),
  ),
  moveApplications: os.rules.moveApplications.handler(({ input, signal }) =>
    writing(input.applicationIds.length, () => packs.moveToVersion(backend, input), signal),
  ),
  overrides: os.rules.overrides.handler(() => overrides.listOverrides(backend)),
  previewOverride: os.rules.previewOverride.handler(({ input, signal }) =>
    overrides.previewOverride(backend, input, signal),
  ),
  setOverride: os.rules.setOverride.handler(({ input, signal }) =>
    writing(
      overrides.countConcerned(backend, input.packId),
      () => overrides.setOverride(backend, input),
      signal,
    ),
  ),
  removeOverride: os.rules.removeOverride.handler(({ input, signal }) =>
    writing(0, () => overrides.removeOverride(backend, input.id), signal),
  ),
  categories: os.rules.categories.handler(() =>
    newestLists(backend.categories).map(({ pack, sha256 }) => ({ sha256, pack })),
  ),
  categoryLists: os.rules.categoryLists.handler(() => lists.listHeads(backend)),
  categoryList: os.rules.categoryList.handler(({ input: { sha256 } }) => ({
    sha256,
    pack: lists.listOf(backend, sha256).pack,
  })),
  categoryDifferences: os.rules.categoryDifferences.handler(({ input: { from, to } }) =>
    categoryDifferences(lists.listOf(backend, from).pack, lists.listOf(backend, to).pack),
  ),
  previewCategories: os.rules.previewCategories.handler(({ input, signal }) =>
    lists.previewCategories(backend, input.file, signal),
  ),
  installCategories: os.rules.installCategories.handler(({ input, signal }) =>
    writing(input.applicationIds.length, () => lists.installCategories(backend, input), signal),
  ),
  removeCategories: os.rules.removeCategories.handler(({ input }) =>
    lists.removeCategories(backend, input.sha256),
  ),
  outdatedCategories: os.rules.outdatedCategories.handler(({ signal }) =>
    lists.outdatedCategories(backend, signal),
  ),
  moveToCategories: os.rules.moveToCategories.handler(({ input, signal }) =>
    writing(input.applicationIds.length, () => lists.moveToList(backend, input), signal),
  ),
  holidayYears: os.rules.holidayYears.handler(() => holidays.listHolidayYears(backend)),
  ownHolidays: os.rules.ownHolidays.handler(() => holidays.ownHolidays(backend)),
  previewHolidays: os.rules.previewHolidays.handler(({ input }) =>
    holidays.previewHolidays(backend, input.file),
  ),
  installHolidays: os.rules.installHolidays.handler(({ input }) => holidays.installHolidays(backend, input)),
  removeHolidays: os.rules.removeHolidays.handler(({ input }) =>
    holidays.removeHolidays(backend, input.year),
  ),
  upkeep: os.rules.upkeep.handler(() => backend.upkeep.rules),
});

import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import { packDifferences } from '#shared/domain/rule-pack-difference.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import * as holidays from './holidays.ts';
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
  previewPack: os.rules.previewPack.handler(({ input }) => packs.previewPack(backend, input.file)),
  installPack: os.rules.installPack.handler(({ input }) => packs.installPack(backend, input)),
  removePack: os.rules.removePack.handler(({ input }) => packs.removePack(backend, input)),
  outdated: os.rules.outdated.handler(({ input }) => packs.outdatedApplications(backend, input.packId)),
  moveApplications: os.rules.moveApplications.handler(({ input }) => packs.moveToVersion(backend, input)),
  overrides: os.rules.overrides.handler(() => overrides.listOverrides(backend)),
  previewOverride: os.rules.previewOverride.handler(({ input }) =>
    overrides.previewOverride(backend, input.packId, input.change),
  ),
  setOverride: os.rules.setOverride.handler(({ input }) => overrides.setOverride(backend, input)),
  removeOverride: os.rules.removeOverride.handler(({ input }) => overrides.removeOverride(backend, input.id)),
  categories: os.rules.categories.handler(() =>
    backend.categories.all.map(({ pack, sha256 }) => ({ sha256, pack })),
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

import { z } from 'zod';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import type { CategoryDifference } from '#shared/domain/category-pack-difference.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { CompanyUpkeep } from '#shared/domain/company-upkeep.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { DayChange } from '#shared/domain/holiday-difference.ts';
import type { HolidayFault } from '#shared/domain/holiday-file.ts';
import type { PlatformComparison } from '#shared/domain/platform-comparison.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { PackDifference } from '#shared/domain/rule-pack-difference.ts';
import type { ImpactChange } from '#shared/domain/impact-change.ts';
import type { RulePack, RuleText } from '#shared/domain/rule-pack.ts';
import { versionStandings } from '#shared/domain/rule-versions.ts';
import type { CalendarYear } from '#shared/domain/working-calendar.ts';
import { procedure } from './errors.ts';
import { overrideChange } from './rule-override.ts';
import type { SchemaFault } from './schema-faults.ts';
import { calendarDate, done, fileToken, id, instant, longText, optionalLine, sha256 } from './values.ts';
import { work } from './work.ts';

const packHead = z.object({
  id: z.string(),
  version: z.string(),
  asOf: calendarDate,
  sha256,
  title: z.custom<RuleText>(),
  platform: z.enum(platforms),
  accountKinds: z.array(z.enum(accountKinds)),
  applicationKinds: z.array(z.enum(applicationKinds)),
  coveredEntityTypes: z.array(z.enum(entityTypes)),
  /** Whether it came with the program or from a file that the firm took in. */
  origin: z.enum(['shipped', 'imported']),
  /** Whether new applications are opened with it. */
  isNewest: z.boolean(),
  openApplicationCount: z.int(),
});
export type PackHead = z.infer<typeof packHead>;

/** An open application, and what would become otherwise for it; never an empty list. */
const touchedApplication = z.object({
  id,
  number: z.string(),
  clientId: id,
  clientName: z.string(),
  accountName: z.string(),
  stage: z.enum(stages),
  fromVersion: z.string(),
  /** Whether the other version covers the case and leads through its stage; else it stays where it is. */
  canMove: z.boolean(),
  /** Whether it was sent back more often than the other version allows: no chance to answer would be left. */
  isBeyondRefills: z.boolean(),
  changes: z.array(z.custom<ImpactChange>()),
});
export type TouchedApplication = z.infer<typeof touchedApplication>;

const faultyFile = z.object({
  ok: z.literal(false),
  fileName: z.string(),
  faults: z.array(z.custom<SchemaFault>()),
});

const soundFile = z.object({
  ok: z.literal(true),
  fileName: z.string(),
  /** Compared with the newest version that is in use. */
  standing: z.enum(versionStandings),
  comparedWith: z.string().nullable(),
  /** Open applications that could be moved to it and would notice. */
  touched: z.array(touchedApplication),
  /** Those for which nothing changes. */
  untouchedIds: z.array(id),
});

/** What a pack file is and would do; a file with faults does nothing. */
const packPreview = z.discriminatedUnion('ok', [
  faultyFile,
  soundFile.extend({
    head: packHead.omit({ origin: true, isNewest: true, openApplicationCount: true }),
    differences: z.array(z.custom<PackDifference>()),
  }),
]);
export type PackPreview = z.infer<typeof packPreview>;

const listHead = z.object({
  id: z.string(),
  version: z.string(),
  asOf: calendarDate,
  sha256,
  title: z.custom<RuleText>(),
  platform: z.enum(platforms),
  accountKinds: z.array(z.enum(accountKinds)),
  origin: z.enum(['shipped', 'imported']),
  /** Whether new applications, and the accounts, go by it. */
  isNewest: z.boolean(),
  openApplicationCount: z.int(),
});
export type CategoryListHead = z.infer<typeof listHead>;

/** The same of a file with a list of categories. */
const listPreview = z.discriminatedUnion('ok', [
  faultyFile,
  soundFile.extend({
    head: listHead.omit({ origin: true, isNewest: true, openApplicationCount: true }),
    differences: z.array(z.custom<CategoryDifference>()),
    /** The list that it is compared with, and the list itself, for the words of their formulas. */
    before: z.custom<CategoryPack>().nullable(),
    after: z.custom<CategoryPack>(),
  }),
]);
export type CategoryListPreview = z.infer<typeof listPreview>;

const outdatedList = z.object({
  sha256,
  title: z.custom<RuleText>(),
  version: z.string(),
  touched: z.array(touchedApplication),
  untouchedIds: z.array(id),
});
export type OutdatedList = z.infer<typeof outdatedList>;

const loadedList = z.object({ sha256, pack: z.custom<CategoryPack>() });

const override = z.object({
  id,
  packId: z.string(),
  change: overrideChange,
  reason: z.string(),
  author: z.string().nullable(),
  atMs: instant,
  /** What the newest version of the pack itself says there, in fen or units; null for a paper. */
  base: z.int().nullable(),
  /** Whether the newest version still has a place for it. */
  applies: z.boolean(),
  /** Whether the newest version has come to say the same, so that it is needed no longer. */
  sameAsPack: z.boolean(),
});
export type OverrideRow = z.infer<typeof override>;

const outdated = z.object({
  packId: z.string(),
  title: z.custom<RuleText>(),
  version: z.string(),
  touched: z.array(touchedApplication),
  untouchedIds: z.array(id),
});
export type OutdatedPack = z.infer<typeof outdated>;

const holidayYear = z.object({
  year: z.int(),
  origin: z.enum(['shipped', 'imported']),
  fileName: z.string().nullable(),
  atMs: instant.nullable(),
});

const holidayPreview = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(false), fileName: z.string(), faults: z.array(z.custom<HolidayFault>()) }),
  z.object({
    ok: z.literal(true),
    fileName: z.string(),
    sha256,
    year: z.int(),
    days: z.array(z.object({ date: calendarDate, kind: z.enum(['holiday', 'make_up']), name: z.string() })),
    workingDays: z.int(),
    /** Each day that becomes another kind of day than it is now. */
    changes: z.array(z.custom<DayChange>()),
    /** Open deadlines that would lie on another day. */
    movedDeadlines: z.int(),
    /** What is known of the year so far: nothing, the program's own file, or one that the firm took in. */
    replaces: z.enum(['nothing', 'shipped', 'imported']),
  }),
]);
export type HolidayPreview = z.infer<typeof holidayPreview>;

const packVersion = { id: z.string(), version: z.string() };

export const rules = {
  list: procedure.output(z.array(packHead)),
  /** `pack` is what the firm works with, `base` the same without its overrides. */
  get: procedure
    .input(z.object({ id: z.string(), version: z.string().optional(), sha256: sha256.optional() }))
    .output(packHead.extend({ pack: z.custom<RulePack>(), base: z.custom<RulePack>() })),
  /** The platforms side by side, with the fees of today. */
  comparison: procedure.output(z.custom<PlatformComparison>()),
  differences: procedure
    .input(z.object({ id: z.string(), from: z.string(), to: z.string() }))
    .output(z.array(z.custom<PackDifference>())),
  previewPack: procedure.input(z.object({ file: fileToken })).output(work(packPreview)),
  /** Takes the previewed file in (else STALE) and moves the named open applications to it, in one change. */
  installPack: procedure
    .input(z.object({ file: fileToken, sha256, applicationIds: z.array(id) }))
    .output(work(done)),
  /** Refused with IN_USE while an application was judged by it; a shipped pack can't be removed. */
  removePack: procedure.input(z.object(packVersion)).output(done),
  /** Open applications that were opened with an older version than the newest. */
  outdated: procedure
    .input(z.object({ packId: z.string().optional() }).default({}))
    .output(work(z.array(outdated))),
  moveApplications: procedure
    .input(z.object({ ...packVersion, applicationIds: z.array(id).min(1) }))
    .output(work(done)),
  overrides: procedure.output(z.array(override)),
  previewOverride: procedure
    .input(z.object({ packId: z.string(), change: overrideChange, replaces: id.optional() }))
    .output(work(z.array(touchedApplication))),
  /**
   * `replaces` is the override that is being edited, wherever it lies; `base` the one that stood at the place when it
   * was looked at, null for none. Another one than that is STALE; a value that is none is refused with its field.
   */
  setOverride: procedure
    .input(
      z.object({
        packId: z.string(),
        change: overrideChange,
        reason: longText.unwrap().min(1),
        base: id.nullable().optional(),
        replaces: id.optional(),
        /** A clock may be longer than the published one only when this is said. */
        sure: z.boolean().default(false),
        /** Who lays it down where nobody is set as working at this computer. */
        author: optionalLine.default(null),
      }),
    )
    .output(work(done.extend({ id }))),
  removeOverride: procedure.input(z.object({ id })).output(work(done)),
  /** The newest list of categories of each platform, with what each category asks for. */
  categories: procedure.output(z.array(loadedList)),
  /** Every version of the lists. */
  categoryLists: procedure.output(z.array(listHead)),
  categoryList: procedure.input(z.object({ sha256 })).output(loadedList),
  /** From one version of a list to another, each named by its hash. */
  categoryDifferences: procedure
    .input(z.object({ from: sha256, to: sha256 }))
    .output(z.array(z.custom<CategoryDifference>())),
  previewCategories: procedure.input(z.object({ file: fileToken })).output(work(listPreview)),
  /** Takes the previewed list in (else STALE) and moves the named open applications to it, in one change. */
  installCategories: procedure
    .input(z.object({ file: fileToken, sha256, applicationIds: z.array(id) }))
    .output(work(done)),
  /** Refused with IN_USE while an application or a verdict goes by it; a shipped list can't be removed. */
  removeCategories: procedure.input(z.object({ sha256 })).output(done),
  /** Open applications that go by an older version of their list than the newest. */
  outdatedCategories: procedure.output(work(z.array(outdatedList))),
  moveToCategories: procedure
    .input(z.object({ sha256, applicationIds: z.array(id).min(1) }))
    .output(work(done)),
  holidayYears: procedure.output(z.array(holidayYear)),
  /** The firm's own years, for a calendar in the window. */
  ownHolidays: procedure.output(z.array(z.custom<CalendarYear>())),
  previewHolidays: procedure.input(z.object({ file: fileToken })).output(holidayPreview),
  installHolidays: procedure.input(z.object({ file: fileToken, sha256 })).output(done),
  removeHolidays: procedure.input(z.object({ year: z.int() })).output(done),
  /** What clients keep in order whatever platform they are on: annual report, licence, renewal of papers. */
  upkeep: procedure.output(z.custom<CompanyUpkeep>()),
};

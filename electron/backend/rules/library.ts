import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { overrideChange } from '#shared/contract/rule-override.ts';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { readHolidayFile } from '#shared/domain/holiday-file.ts';
import { compareVersions } from '#shared/domain/rule-pack-lookup.ts';
import type { RuleOverride } from '#shared/domain/rule-override.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import type { CalendarYear, WorkingCalendar } from '#shared/domain/working-calendar.ts';
import type { Db } from '#backend/db/open.ts';
import * as queries from './queries.ts';
import type { OverrideRecord } from './queries.ts';
import { parsedText, sha256Of } from './rule-text.ts';

/** A version of a pack: as its file stands, and as the firm works with it. */
export interface LoadedPack {
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  readonly origin: 'shipped' | 'imported';
  /** With the firm's overrides. */
  readonly pack: RulePack;
  /** Without them. */
  readonly base: RulePack;
  readonly content: string;
}

/** An override as it stands in the firm's rows. */
export interface StoredOverride extends RuleOverride {
  readonly id: string;
  readonly packId: string;
  readonly atMs: number;
  /** When it was taken away or replaced; null while it holds. */
  readonly endedAtMs: number | null;
}

export interface RulePacks {
  readonly all: readonly LoadedPack[];
  readonly overrides: readonly StoredOverride[];
  /** All that ever were. */
  readonly history: readonly StoredOverride[];
  /** Those that lay on a pack at an instant. */
  overridesAt(packId: string, atMs: number): readonly StoredOverride[];
  readonly calendar: WorkingCalendar;
  /**
   * The pack with that hash; without it the one of that id, in that version or else the newest. Where a hash is asked
   * for that is no longer here, the newest version stands in for it. Throws AppError NOT_FOUND.
   */
  get(id: string, version?: string, sha256?: string): LoadedPack;
  /** Stands for all of it: another text when anything is otherwise. */
  readonly signature: string;
  /** Forgets what was read from the database: the rows have changed. */
  invalidate(): void;
}

interface Contents {
  readonly all: readonly LoadedPack[];
  readonly overrides: readonly StoredOverride[];
  readonly history: readonly StoredOverride[];
  readonly calendar: WorkingCalendar;
  readonly signature: string;
}

/**
 * The rules that ship with the program, the firm's own packs and overrides on top, and the working calendar with the
 * firm's holiday years. A shipped pack that does not fit the schema stops the program with its name.
 */
export function openRuleLibrary(db: Db, folder: string): RulePacks {
  const shipped = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => shippedPack(path.join(folder, name)));
  let read: Contents | undefined;
  const contents = (): Contents => (read ??= readContents(db, shipped));
  return {
    get all() {
      return contents().all;
    },
    get overrides() {
      return contents().overrides;
    },
    get history() {
      return contents().history;
    },
    overridesAt: (packId, atMs) =>
      contents().history.filter(
        (each) =>
          each.packId === packId && each.atMs <= atMs && (each.endedAtMs === null || each.endedAtMs > atMs),
      ),
    get calendar() {
      return contents().calendar;
    },
    get signature() {
      return contents().signature;
    },
    get: (id, version, sha256) => findPack(contents().all, id, version, sha256),
    invalidate: () => (read = undefined),
  };
}

type BasePack = Omit<LoadedPack, 'pack'>;

function shippedPack(file: string): BasePack {
  const content = fs.readFileSync(file, 'utf8');
  const checked = rulePackSchema.safeParse(JSON.parse(content));
  if (!checked.success) throw new Error(`rule pack ${path.basename(file)}: ${checked.error.message}`);
  return { sha256: sha256Of(content), origin: 'shipped', base: checked.data, content };
}

function readContents(db: Db, shipped: readonly BasePack[]): Contents {
  const history = queries.overrides(db).flatMap(overrideOf);
  const overrides = history.filter(({ endedAtMs }) => endedAtMs === null);
  const stored = queries.storedPacks(db, 'rules').flatMap((record): BasePack[] => {
    if (shipped.some(({ sha256 }) => sha256 === record.sha256)) return [];
    // A text of another time may lack what is asked for today: then a newer version stands in for it.
    const read = rulePackSchema.safeParse(parsedText(record.content).json);
    if (!read.success) return [];
    return [{ sha256: record.sha256, origin: 'imported', base: read.data, content: record.content }];
  });
  const all = [...shipped, ...stored].map((loaded) => {
    const own = overrides.filter(({ packId }) => packId === loaded.base.id);
    return { ...loaded, pack: withOverrides(loaded.base, own) };
  });
  const holidays = queries.holidayYears(db);
  const parts = [
    ...all.map(({ sha256 }) => sha256).sort(),
    ...overrides.map(({ packId, change }) => JSON.stringify([packId, change])),
    ...holidays.map(({ content }) => content),
  ];
  const calendar = createWorkingCalendar(holidays.flatMap(({ content }) => yearOf(content)));
  return { all, overrides, history, calendar, signature: sha256Of(parts.join('\n')) };
}

function overrideOf(record: OverrideRecord): StoredOverride[] {
  const change = overrideChange.safeParse(parsedText(record.value).json);
  if (!change.success) return [];
  return [
    {
      id: record.id,
      packId: record.pack_id,
      change: change.data,
      reason: record.reason,
      ...(record.author !== null && { author: record.author }),
      on: dateOfInstant(record.created_at_ms),
      atMs: record.created_at_ms,
      endedAtMs: record.deleted_at_ms,
    },
  ];
}

function yearOf(content: string): CalendarYear[] {
  const result = readHolidayFile(parsedText(content).json);
  return result.ok ? [result.year] : [];
}

function findPack(all: readonly LoadedPack[], id: string, version?: string, sha256?: string): LoadedPack {
  const named = all.filter(({ base }) => base.id === id);
  const newestFirst = named.toSorted((a, b) => compareVersions(b.base.version, a.base.version));
  const found =
    named.find((loaded) => loaded.sha256 === sha256) ??
    newestFirst.find(({ base }) => version === undefined || base.version === version) ??
    (sha256 === undefined ? undefined : newestFirst[0]);
  if (found === undefined) throw new AppError('NOT_FOUND', { what: 'rule_pack', id });
  return found;
}

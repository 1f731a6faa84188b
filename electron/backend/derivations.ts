import { setImmediate as otherCalls } from 'node:timers/promises';
import { annualReportsTurn } from '#shared/domain/annual-report.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { Backend } from './backend.ts';
import type { Touched } from './db/change.ts';
import { readOrigin, writeOrigin } from './db/derived-from.ts';
import { takeBackUnfinished } from './history/take-back.ts';
import { distrustFaulty } from './file-checks/service.ts';
import { removeNotedFiles } from './keeping/remove-files.ts';
import { sweepErased } from './people/sweep.ts';
import {
  clientsWithAftercare,
  clientsWithOpenApplications,
  clientsWithoutAnnualReport,
  deriveObligations,
  recomputeAllObligations,
} from './obligations/service.ts';
import { clientsOfOverrides } from './rules/queries.ts';
import { deriveSearch, recomputeSearch } from './search/service.ts';
import { dropOldFileIndex } from './search/files/service.ts';
import { fileIndexForm, indexForm } from './search/text-index.ts';
import { deriveSummaries, recomputeAllSummaries } from './summaries/service.ts';

/**
 * Derived rows follow every change in its own transaction, in this order: summaries read the obligations. What was cut
 * off in the middle is taken back before anybody reads.
 */
export function connectDerivations(backend: Backend): void {
  backend.changes.addDerivation((touched) => followRules(backend, touched));
  backend.changes.onFailure(() => forgetRules(backend));
  backend.changes.addDerivation((touched) => deriveObligations(backend, touched));
  backend.changes.addDerivation((touched) => deriveSummaries(backend, touched));
  backend.changes.addDerivation((touched) => deriveSearch(backend, touched));
  refreshAfterUpgrade(backend);
  takeBackUnfinished(backend);
  removeNotedFiles(backend);
  sweepErased(backend);
  distrustFaulty(backend);
}

/**
 * Derived rows are made by the program and the rules of their day. When either has changed since, they are made anew
 * before anybody reads them.
 */
function refreshAfterUpgrade(backend: Backend): void {
  if (readOrigin(backend.db, 'derived_made_by') !== madeByOf(backend)) deriveAll(backend);
}

/** Makes all derived rows anew, and notes from what. */
export function deriveAll(backend: Backend): void {
  const { db, rules } = backend;
  const today = backend.clock.today();
  recomputeAllObligations(backend);
  recomputeAllSummaries(backend);
  recomputeSearch(backend);
  dropOldFileIndex(backend);
  writeOrigin(db, 'derived_made_by', madeByOf(backend));
  writeOrigin(db, 'derived_windows', reviewWindows(rules));
  writeOrigin(db, 'derived_on', today);
}

/** The program's version, the forms of its indices, and everything that its rules consist of. */
const madeByOf = ({ version, rules, upkeep, categories }: Backend): string =>
  [
    version,
    indexForm,
    fileIndexForm,
    rules.signature,
    upkeep.sha256,
    ...categories.all.map(({ sha256 }) => sha256),
  ].join(' ');

/** When the rules become others, so does what follows from them, for whom it can, in the same change. */
function followRules(backend: Backend, touched: readonly Touched[]): void {
  const { db, rules } = backend;
  const rows = touched.filter(({ table }) => ruleTables.has(table));
  if (rows.length === 0) return;
  forgetRules(backend);
  const windows = reviewWindows(rules);
  const madeBy = madeByOf(backend);
  if (readOrigin(db, 'derived_made_by') === madeBy) return;
  const isForAll =
    rows.some(({ table }) => table === 'holiday_years') || readOrigin(db, 'derived_windows') !== windows;
  if (isForAll) {
    recomputeAllObligations(backend);
    recomputeAllSummaries(backend);
  } else {
    // A clock or a paper of the firm's own matters to who has an application under way by that pack.
    const overrideIds = rows.flatMap(({ table, id }) => (table === 'rule_overrides' ? [id] : []));
    deriveClients(backend, clientsOfOverrides(db, overrideIds));
  }
  writeOrigin(db, 'derived_made_by', madeBy);
  writeOrigin(db, 'derived_windows', windows);
}

function forgetRules({ rules, categories }: Backend): void {
  rules.invalidate();
  categories.invalidate();
}

const ruleTables: ReadonlySet<string> = new Set(['rule_packs', 'rule_overrides', 'holiday_years']);

/** What the windows of the annual reviews are reckoned from: the pack of each kind of account that the duties go by. */
function reviewWindows({ all }: Backend['rules']): string {
  const packs = all.map(({ pack }) => pack);
  return JSON.stringify(
    platforms.flatMap((platform) =>
      accountKinds.map((accountKind) => {
        const pack = packFor(packs, { platform, accountKind }, 'annual_review');
        return [platform, accountKind, pack?.validity ?? null];
      }),
    ),
  );
}

/** Clients made anew at a time: some ten milliseconds, between which other calls get their turn. */
const clientsAtOnce = 25;

/**
 * Overnight a paper may have run out, a step after a pass become history, or a year have begun: what depends on the
 * day is made anew for the clients whom it can touch. Does nothing when it was done for this day. Ends early when the
 * signal is aborted; the next call begins again.
 */
export async function deriveForNewDay(backend: Backend, signal?: AbortSignal): Promise<void> {
  const { db, clock } = backend;
  const today = clock.today();
  const before = readOrigin(db, 'derived_on');
  if (before === today) return;
  const clientIds = clientsTouchedByDay(backend, before as CalendarDate | undefined, today);
  for (let start = 0; start < clientIds.length; start += clientsAtOnce) {
    deriveClients(backend, clientIds.slice(start, start + clientsAtOnce));
    await otherCalls();
    if (signal?.aborted === true) return;
  }
  writeOrigin(db, 'derived_on', today);
}

function clientsTouchedByDay(
  backend: Backend,
  before: CalendarDate | undefined,
  today: CalendarDate,
): string[] {
  const turns = before === undefined || annualReportsTurn(backend.upkeep.rules.annualReport, before, today);
  const clientIds = new Set([
    ...clientsWithOpenApplications(backend),
    ...clientsWithAftercare(backend),
    ...(turns ? clientsWithoutAnnualReport(backend) : []),
  ]);
  return [...clientIds];
}

function deriveClients(backend: Backend, clientIds: readonly string[]): void {
  const touched = clientIds.map((id) => ({ table: 'clients' as const, id, clientId: id }));
  backend.db
    .transaction(() => {
      deriveObligations(backend, touched);
      deriveSummaries(backend, touched);
    })
    .immediate();
}

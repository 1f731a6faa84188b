import type { BoardColumnPage, BoardMoveRow } from '#shared/contract/application-board.ts';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { AppError } from '#shared/contract/errors.ts';
import { boardColumns, columnOf } from '#shared/domain/board.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { boardMoves } from '#shared/domain/board-moves.ts';
import type { BoardMove } from '#shared/domain/board-moves.ts';
import { pressingMs } from '#shared/domain/clocks.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import type { StepDoubt } from '#shared/domain/step-doubts.ts';
import type { Backend } from '#backend/backend.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import type { PageKey } from '#backend/page-cursor.ts';
import { doubtsAbout } from '../doubts.ts';
import { packOfApplication } from '../pack-of.ts';
import { progressOf } from '../progress.ts';
import { attemptsOf, findApplication } from '../queries.ts';
import type { ApplicationRecord } from '../queries.ts';
import { applicationRowsOf } from '../service.ts';
import { pageFilter } from '../table/filter.ts';
import type { ChosenApplications } from '../table/filter.ts';
import type { ApplicationPageFilter } from '../table/queries.ts';
import * as queries from './queries.ts';
import type { TermGroup } from './queries.ts';

const dayMs = 86_400_000;

interface BoardInput {
  readonly filter: ChosenApplications;
  /** Those whose cards are wanted; the others are only counted. */
  readonly columns: readonly BoardColumn[];
  readonly limit: number;
}

/** The board over a filter: every application that it holds stands in exactly one column. */
export function readBoard(backend: Backend, { filter, columns, limit }: BoardInput) {
  const chosen = pageFilter(backend, filter);
  const figures = figuresOf(backend, chosen);
  const pages = boardColumns.map((column) =>
    columns.includes(column) && (figures.get(column)?.count ?? 0) > 0
      ? placesOf(backend, chosen, { column, after: undefined, limit })
      : noPlaces,
  );
  const rows = rowsById(
    backend,
    pages.flatMap(({ ids }) => ids),
  );
  const read = boardColumns.map((column, index): BoardColumnPage => {
    const { ids, nextCursor } = pages[index] ?? noPlaces;
    return { ...(figures.get(column) ?? emptyColumn(column)), rows: inOrder(ids, rows), nextCursor };
  });
  return { total: read.reduce((sum, { count }) => sum + count, 0), columns: read };
}

interface CardsInput {
  readonly filter: ChosenApplications;
  readonly column: BoardColumn;
  readonly after: string;
  readonly limit: number;
}

/** The cards of a column behind a cursor. Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function readCards(backend: Backend, { filter, column, after, limit }: CardsInput) {
  const chosen = pageFilter(backend, filter);
  const { ids, nextCursor } = placesOf(backend, chosen, { column, after: pageKeyOf(after), limit });
  return { rows: inOrder(ids, rowsById(backend, ids)), nextCursor };
}

/** What putting the card of an application into each other column would record. Throws AppError NOT_FOUND. */
export function readMoves(
  backend: Backend,
  id: string,
): { readonly from: BoardColumn; readonly moves: BoardMoveRow[] } {
  const record = findApplication(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
  const progress = progressOf(record, attemptsOf(backend.db, [id]));
  const isReady = queries.isApplicationReady(backend.db, id);
  const { pack } = packOfApplication(backend, record);
  const moves = boardMoves({ progress, isReady }, pack, backend.calendar, backend.clock.nowMs());
  return {
    from: columnOf(record.stage, isReady),
    moves: moves.map((move) => withDoubts(backend, record, move)),
  };
}

function withDoubts(backend: Backend, record: ApplicationRecord, move: BoardMove): BoardMoveRow {
  if (!move.isOpen) return move;
  const doubts = doubtsOfStep(backend, record, move.step);
  return { ...move, asks: move.asks || doubts.length > 0, doubts };
}

/** A step that needs words of its own is doubted in its dialog, when they are known. */
function doubtsOfStep(backend: Backend, record: ApplicationRecord, kind: ApplicationActionKind): StepDoubt[] {
  switch (kind) {
    case 'return':
    case 'fail':
    case 'pass':
      return [];
    case 'submit':
    case 'authorise':
    case 'authorisation_lapsed':
    case 'pay':
    case 'payment_lapsed':
    case 'pre_approve':
    case 'confirm':
    case 'confirmation_lapsed':
    case 'resubmit':
    case 'withdraw':
      return doubtsAbout(backend, record, { kind });
  }
}

type Figures = Omit<BoardColumnPage, 'rows' | 'nextCursor'>;

const emptyColumn = (column: BoardColumn): Figures => ({
  ...{ column, count: 0, overdue: 0, pressing: 0, withinDay: 0, stakeFen: 0, clocks: [] },
});

function figuresOf(backend: Backend, filter: ApplicationPageFilter): Map<BoardColumn, Figures> {
  const { db, clock } = backend;
  const nowMs = clock.nowMs();
  const moments = {
    today: clock.today(),
    nowMs,
    pressingAtMs: nowMs + pressingMs,
    dayLaterAtMs: nowMs + dayMs,
  };
  const figures = new Map<BoardColumn, Figures>(boardColumns.map((column) => [column, emptyColumn(column)]));
  const add = (column: BoardColumn, change: (before: Figures) => Partial<Figures>): void => {
    const before = figures.get(column) ?? emptyColumn(column);
    figures.set(column, { ...before, ...change(before) });
  };
  for (const { stage, n } of queries.countByStage(db, filter))
    add(columnOf(stage, false), ({ count }) => ({ count: count + n }));
  for (const group of queries.termGroups(db, filter, moments)) {
    const column = columnOf(group.stage, group.ready === 1);
    add(column, (before) => withTerms(before, group));
    if (column === 'ready') {
      add('collecting', ({ count }) => ({ count: count - group.n }));
      add('ready', ({ count }) => ({ count: count + group.n }));
    }
  }
  return figures;
}

const withTerms = (before: Figures, group: TermGroup): Partial<Figures> => ({
  overdue: before.overdue + group.overdue,
  pressing: before.pressing + group.pressing,
  withinDay: before.withinDay + group.within_day,
  stakeFen: before.stakeFen + group.stake_fen,
  clocks: withClock(before.clocks, group),
});

function withClock(clocks: Figures['clocks'], { stage, unit, total }: TermGroup): Figures['clocks'] {
  if (total === null || stage === 'collecting') return clocks;
  const isKnown = clocks.some((each) => each.unit === unit && each.total === total);
  return isKnown ? clocks : [...clocks, { unit, total }];
}

interface Places {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
}

const noPlaces: Places = { ids: [], nextCursor: null };

interface PlaceRange {
  readonly column: BoardColumn;
  readonly after: PageKey | undefined;
  readonly limit: number;
}

function placesOf(
  backend: Backend,
  filter: ApplicationPageFilter,
  { column, after, limit }: PlaceRange,
): Places {
  const places = queries.cardPlaces(backend.db, filter, { column, after, limit: limit + 1 });
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    nextCursor: places.length > limit && last ? cursorOf({ value: last.place, id: last.id }) : null,
  };
}

function rowsById(backend: Backend, ids: readonly string[]): ReadonlyMap<string, ApplicationRow> {
  const rows = applicationRowsOf(backend, queries.applicationsByIds(backend.db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

const inOrder = (ids: readonly string[], rows: ReadonlyMap<string, ApplicationRow>): ApplicationRow[] =>
  ids.flatMap((id) => rows.get(id) ?? []);

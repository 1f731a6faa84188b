import { z } from 'zod';
import { stages } from '#shared/domain/application.ts';
import { boardColumns } from '#shared/domain/board.ts';
import type { ClosedColumnReason } from '#shared/domain/board-moves.ts';
import type { Clock } from '#shared/domain/clocks.ts';
import { clockUnits } from '#shared/domain/rule-pack.ts';
import { applicationActionKinds } from '#shared/domain/stages.ts';
import { stepDoubts } from '#shared/domain/step-doubts.ts';
import { applicationFilter, applicationRow } from './application-pages.ts';
import { procedure } from './errors.ts';
import { fen, id } from './values.ts';

const column = z.enum(boardColumns);

/** Cards of a column, the most urgent first: by their end, then those without one by how long they have waited. */
const cards = { rows: z.array(applicationRow), nextCursor: z.string().nullable() };
const cardLimit = z.int().min(1).max(100).default(8);

const boardColumn = z.object({
  column,
  /** Of the whole filter, as are the figures below. */
  count: z.int(),
  overdue: z.int(),
  /** A clock of hours with fewer left than a working day bears: what the agenda shows in red. */
  pressing: z.int(),
  /** A clock of hours that ends within a day. */
  withinDay: z.int(),
  /** Platform fees that are lost if it is missed. */
  stakeFen: fen,
  /** How long the clocks in it are, each length once; empty where none runs. */
  clocks: z.array(z.object({ unit: z.enum(clockUnits), total: z.int() })),
  ...cards,
});
export type BoardColumnPage = z.infer<typeof boardColumn>;

/** What putting a card into a column would record, or why nothing leads there. */
const boardMove = z.discriminatedUnion('isOpen', [
  z.object({
    column,
    isOpen: z.literal(true),
    step: z.enum(applicationActionKinds),
    stage: z.enum(stages),
    /** The clock that would run then. */
    clock: z.custom<Clock>().nullable(),
    /** The step needs more than the moment, or is doubtful: it is recorded in its dialog. */
    asks: z.boolean(),
    doubts: z.array(z.enum(stepDoubts)),
  }),
  z.object({ column, isOpen: z.literal(false), reason: z.custom<ClosedColumnReason>() }),
]);
export type BoardMoveRow = z.infer<typeof boardMove>;

export const applicationBoard = {
  /** Every column with its figures, and the first cards of those that are asked for. */
  board: procedure
    .input(
      z.object({
        filter: applicationFilter.default({}),
        columns: z.array(column).default([...boardColumns]),
        limit: cardLimit,
      }),
    )
    .output(z.object({ total: z.int(), columns: z.array(boardColumn) })),
  /** The cards of one column behind a cursor. */
  boardCards: procedure
    .input(z.object({ filter: applicationFilter.default({}), column, after: z.string(), limit: cardLimit }))
    .output(z.object(cards)),
  /** Where the card of an application can be put now. */
  boardMoves: procedure.input(z.object({ id })).output(z.object({ from: column, moves: z.array(boardMove) })),
};

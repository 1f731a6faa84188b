import type { Stage } from './application.ts';

/** The columns of the board, from left to right; `ready` is what only waits for its submission. */
export const boardColumns = [
  'collecting',
  'ready',
  'authorisation',
  'payment',
  'review',
  'returned',
  'result',
] as const;
export type BoardColumn = (typeof boardColumns)[number];

/**
 * The one column in which an application stands. `isReady`: nothing is missing and the pre-check holds nothing back,
 * which only counts while its papers are collected.
 */
export function columnOf(stage: Stage, isReady: boolean): BoardColumn {
  switch (stage) {
    case 'collecting':
      return isReady ? 'ready' : 'collecting';
    case 'awaiting_authorisation':
      return 'authorisation';
    case 'awaiting_payment':
      return 'payment';
    case 'pre_review':
    case 'awaiting_confirmation':
    case 'in_review':
      return 'review';
    case 'returned':
      return 'returned';
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return 'result';
  }
}

/** The stages whose applications stand in a column; `collecting` and `ready` share theirs. */
export function stagesOf(column: BoardColumn): readonly Stage[] {
  switch (column) {
    case 'collecting':
    case 'ready':
      return ['collecting'];
    case 'authorisation':
      return ['awaiting_authorisation'];
    case 'payment':
      return ['awaiting_payment'];
    case 'review':
      return ['pre_review', 'awaiting_confirmation', 'in_review'];
    case 'returned':
      return ['returned'];
    case 'result':
      return ['passed', 'failed', 'withdrawn'];
  }
}

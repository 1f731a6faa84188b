import type { BoardMoveRow } from '#shared/contract/application-board.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Clock } from '#shared/domain/clocks.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

export interface MoveSpeech {
  readonly t: TFunction;
  readonly format: Format;
  readonly today: CalendarDate;
  readonly nowMs: number;
}

export type OpenMove = Extract<BoardMoveRow, { isOpen: true }>;
export type ClosedMove = Extract<BoardMoveRow, { isOpen: false }>;

/** What a drop would record, and what would begin with it: one line each. */
export function moveLines(move: OpenMove, isByKeys: boolean, speech: MoveSpeech): readonly string[] {
  const { t } = speech;
  const step = t(`application.step.confirm.${move.step}`);
  const first = t(isByKeys ? 'applications.board.dropByKey' : 'applications.board.drop', { step });
  if (move.asks)
    return [first, t(move.doubts.length > 0 ? 'applications.board.doubtful' : 'applications.board.asks')];
  return [first, ...clockLines(move.clock, speech)];
}

function clockLines(clock: Clock | null, { t, format, today, nowMs }: MoveSpeech): readonly string[] {
  if (clock === null) return [t('applications.board.noClock')];
  const begins = t(`applications.board.begins.${clock.unit}`, { n: clock.total });
  if (clock.unit === 'hour')
    return [begins, t('applications.board.lapses', { moment: format.moment(clock.legalAtMs, nowMs) })];
  const date = t('applications.board.onDay', {
    date: format.dateNear(clock.legalOn, today),
    weekday: format.weekday(clock.legalOn),
  });
  const end = t(clock.id === 'review' ? 'applications.board.resultBy' : 'applications.board.endsBy', {
    date,
  });
  return [begins, clock.provisional ? `${end}${t('applications.board.provisional')}` : end];
}

/** Why nothing leads into a column. */
export function closedWords({ reason }: ClosedMove, t: TFunction): string {
  switch (reason) {
    case 'by_papers':
    case 'not_on_path':
    case 'closed':
    case 'no_step':
    case 'refills_spent':
      return t(`applications.board.closed.${reason}`);
    default:
      return t(`refusals.${reason}`);
  }
}

/** A column’s clocks in one line. */
export function ruleLine(
  column: BoardColumn,
  clocks: readonly { readonly unit: Clock['unit']; readonly total: number }[],
  t: TFunction,
): string {
  if (column === 'collecting' || column === 'ready' || column === 'result')
    return t(`applications.board.rule.${column}`);
  const [clock, ...others] = clocks;
  if (clock === undefined) return '';
  if (others.length > 0) return t('applications.board.rule.varied');
  return t(`applications.board.rule.${clock.unit}`, { n: clock.total });
}

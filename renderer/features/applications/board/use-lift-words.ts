import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { closedWords, moveLines } from './move-words.ts';
import type { Lift } from './use-lift.ts';

/** What is said of a card that is carried by keys: where it is, and what a drop would record there. */
export function useLiftWords({ lifted, moveTo }: Lift, nowMs: number): string {
  const t = useT();
  const format = useFormat();
  if (lifted?.by !== 'keys') return '';
  const title = t(`applications.board.column.${lifted.over}`);
  if (lifted.over === lifted.from)
    return t('applications.board.lifted', { client: lifted.row.clientName, column: title });
  const move = moveTo(lifted.over);
  if (move === undefined) return title;
  const speech = { t, format, today: dateOfInstant(nowMs), nowMs };
  const words = move.isOpen
    ? moveLines(move, true, speech).join(t('applications.board.stop'))
    : closedWords(move, t);
  return t('applications.board.over', { column: title, words });
}

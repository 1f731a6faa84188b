import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { Countdown as CountdownData } from '#shared/domain/agenda.ts';
import { deadlineCountdown } from '#shared/domain/deadline-countdown.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useClient } from './client-context.tsx';
import type { ClientOnPage } from './client-context.tsx';

/** How long is left, as the client's own page counts it. */
export const countdownHere = (
  duty: ObligationRow,
  { today, nowMs, calendar }: Pick<ClientOnPage, 'today' | 'nowMs' | 'calendar'>,
): CountdownData => deadlineCountdown(duty, today, nowMs, calendar);

/** In words and in its tone; a day of another year is written out. */
export function Countdown({ duty }: { readonly duty: ObligationRow }) {
  const format = useFormat();
  const onPage = useClient();
  const countdown = countdownHere(duty, onPage);
  const isFar = countdown.form === 'date' && countdown.date.slice(0, 4) !== onPage.today.slice(0, 4);
  return (
    <span className={countdown.tone === 'neutral' ? 'cf-ink-2' : `cf-${countdown.tone} cf-strong`}>
      {isFar ? countdown.date : format.countdown(countdown)}
    </span>
  );
}

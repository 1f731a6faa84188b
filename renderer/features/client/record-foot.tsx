import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { isToDo } from './duty-words.ts';

/** What is due within so many days is counted. */
const soonDays = 30;

/** The foot says who changed it last and how much is due soon; `parts` is how many there are to jump to. */
export function RecordFoot({ parts }: { readonly parts: number }) {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const { details, today, nowMs } = useClient();
  const [last] = details.history;
  const soon = details.obligations.filter(
    (duty) => isToDo(duty, today) && compareDates(duty.dueOn, addDays(today, soonDays)) <= 0,
  ).length;
  const hints = [
    { keys: [`1–${Math.min(9, parts)}`], text: t('client.keys.jump') },
    { keys: ['n'], text: t('client.newApplication.button') },
  ];
  return (
    <StatusBar keys={!narrow && <KbdHints hints={hints} />}>
      {last && (
        <span>
          {last.actorName === null
            ? t('client.lastChange', { moment: format.moment(last.atMs, nowMs) })
            : t('client.lastChangeBy', { moment: format.moment(last.atMs, nowMs), name: last.actorName })}
        </span>
      )}
      <span>{t('client.dueSoon', { days: soonDays, n: soon })}</span>
    </StatusBar>
  );
}

import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { lineWords, reasonWords, titleSuffix } from './need-words.ts';
import type { Need } from './needs.ts';
import type { Sheet } from './sheet-model.ts';
import { usePaperText } from './paper-text.ts';
import styles from './sheet.module.css';

interface NeedsProps {
  readonly sheet: Sheet;
  readonly today: CalendarDate;
}

/** What the client is asked for, numbered, and below it what is asked for only where the case is so. */
export function Needs({ sheet, today }: NeedsProps) {
  const t = useT();
  const { needs, maybe } = sheet;
  return (
    <>
      {needs.length > 0 && (
        <section>
          <h2>{t('print.needs')}</h2>
          <ol className={styles.needs}>
            {needs.map((need, index) => (
              <NeedRow key={need.id} need={need} number={index + 1} today={today} />
            ))}
          </ol>
        </section>
      )}
      {maybe.length > 0 && (
        <section>
          <h2>{t('print.maybe')}</h2>
          <ol className={styles.needs}>
            {maybe.map((need) => (
              <NeedRow key={need.id} need={need} today={today} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface NeedRowProps {
  readonly need: Need;
  /** Only what is surely needed has a number. */
  readonly number?: number;
  readonly today: CalendarDate;
}

function NeedRow({ need, number, today }: NeedRowProps) {
  const t = useT();
  const format = useFormat();
  const paperText = usePaperText();
  const context = { t, format, today, paperText };
  const reason = number === undefined ? '' : reasonWords(need.reason, context);
  const lines = need.lines.map((line) => lineWords(line, context));
  return (
    <li>
      <span className={styles.box} />
      <span className={styles.no}>{number}</span>
      <div>
        <h3>
          {paperText(need.title)}
          {titleSuffix(need.reason, t)}
        </h3>
        {reason !== '' && <p className={styles.why}>{reason}</p>}
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.got}>{t('print.gotOn')}</span>
    </li>
  );
}

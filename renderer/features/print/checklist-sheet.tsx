import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { SettingsValues } from '#shared/contract/settings.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { BodyProvider } from '#renderer/i18n/body.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { DueBox } from './due-box.tsx';
import { Needs } from './need-list.tsx';
import { PageFeet } from './page-feet.tsx';
import { AfterSubmission, HowToPhotograph, Received, Signatures } from './sheet-parts.tsx';
import type { Sheet } from './sheet-model.ts';
import './page.css';
import styles from './sheet.module.css';

interface ChecklistSheetProps {
  readonly details: ApplicationDetails;
  readonly sheet: Sheet;
  readonly firm: Pick<SettingsValues, 'firmName' | 'firmPhone' | 'firmAddress'>;
  readonly today: CalendarDate;
  /** How many pages the sheet makes; 0 as long as that is not known. */
  readonly pageCount: number;
}

/** What the client receives on paper: black first, the brand's hue in rules and in the date. */
export function ChecklistSheet(props: ChecklistSheetProps) {
  return (
    <BodyProvider entityType={props.details.application.entityType}>
      <SheetPages {...props} />
    </BodyProvider>
  );
}

function SheetPages({ details, sheet, firm, today, pageCount }: ChecklistSheetProps) {
  const t = useT();
  const format = useFormat();
  const { remark, rulePackVersion: version, rulePackAsOf } = details.application;
  const asOf = format.dateNear(rulePackAsOf, today);
  return (
    <article className={styles.sheet}>
      <Head details={details} firm={firm} today={today} />
      <section className={styles.who}>
        <Addressee details={details} sheet={sheet} />
        {sheet.due && <DueBox due={sheet.due} today={today} />}
      </section>
      <Lead sheet={sheet} />
      <Needs sheet={sheet} today={today} />
      <Received sheet={sheet} today={today} />
      {remark && (
        <section>
          <h2>{t('print.remark')}</h2>
          <p className={styles.paragraph}>{remark}</p>
        </section>
      )}
      <HowToPhotograph limits={sheet.limits} />
      {/* Room to sign never stands alone on a page. */}
      <div className={styles.end}>
        {sheet.call && <AfterSubmission call={sheet.call} isRefill={sheet.refill !== null} />}
        <Signatures />
      </div>
      <PageFeet
        left={t('print.foot.rules', { version, date: asOf })}
        middle={t('print.foot.chain', { head: chainHeadWords(details.chainHead) })}
        pageCount={pageCount}
      />
    </article>
  );
}

/** The first 16 digits in fours, short enough to be read out. */
const chainHeadWords = (head: string): string => (head.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

function Head({ details, firm, today }: Omit<ChecklistSheetProps, 'sheet' | 'pageCount'>) {
  const t = useT();
  const format = useFormat();
  const { consultant, application } = details;
  const phone = consultant?.phone ?? firm.firmPhone;
  const handler = [consultant?.name, phone]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(t('print.gap'));
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.firm}>{firm.firmName}</p>
        <h1>{t('print.title')}</h1>
      </div>
      <dl>
        <dt>{t('print.number')}</dt>
        <dd>{application.number}</dd>
        <dt>{t('print.date')}</dt>
        <dd>{format.dateLong(today)}</dd>
        {handler !== '' && (
          <>
            <dt>{t('print.handler')}</dt>
            <dd>{handler}</dd>
          </>
        )}
        {firm.firmAddress && (
          <>
            <dt>{t('print.address')}</dt>
            <dd>{firm.firmAddress}</dd>
          </>
        )}
      </dl>
    </header>
  );
}

function Addressee({ details, sheet }: Pick<ChecklistSheetProps, 'details' | 'sheet'>) {
  const t = useT();
  const { client, account, application } = details;
  const orderWords = useOrderWords();
  const subject = t('print.account', {
    platform: t(`vocabulary.platform.${account.platform}`),
    accountKind: t(`vocabulary.accountKind.${account.kind}`),
    account: account.name,
    kind: orderWords(application),
  });
  return (
    <div>
      <p className={styles.key}>{t('print.to')}</p>
      <p className={styles.client}>{client.name}</p>
      {client.creditCode && (
        <p className={styles.fact}>{t('print.creditCode', { code: client.creditCode })}</p>
      )}
      <p className={styles.fact}>
        {sheet.refill ? t('print.accountRefill', { subject, n: sheet.refill.n }) : subject}
      </p>
    </div>
  );
}

/** How much is still wanted, and what hangs on it. */
function Lead({ sheet }: Pick<ChecklistSheetProps, 'sheet'>) {
  const t = useT();
  const format = useFormat();
  const { needs, received, refill } = sheet;
  return (
    <p className={styles.lead}>
      {needs.length === 0 ? (
        t('print.lead.nothing', { count: received.length })
      ) : (
        <>
          {t('print.lead.before')}
          <b>{needs.length}</b>
          {t('print.lead.after', { count: needs.length })}
          {received.length > 0 && t('print.lead.received', { count: received.length })}
          {t('print.lead.stop')}
        </>
      )}
      {refill && refillWords(refill, t, format)}
    </p>
  );
}

/** Which refill this is, and what a failure loses; nothing where no limit is known. */
function refillWords({ n, max, fee }: NonNullable<Sheet['refill']>, t: TFunction, format: Format): string {
  if (max === null) return '';
  const amount = format.moneyWithUnit(fee.knownFen);
  // Of a fee that nobody knows, no amount is put before the client.
  const isUnknown = fee.hasUnknown && fee.knownFen === 0;
  const words = n < max ? 'refill' : n === max ? 'lastRefill' : 'overRefill';
  return t(isUnknown ? `print.lead.${words}Unknown` : `print.lead.${words}`, { n, max, amount });
}

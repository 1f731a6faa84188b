import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import type { UploadLimit } from '#shared/domain/rule-pack.ts';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { usePaperText } from './paper-text.ts';
import type { Received as ReceivedPaper, Sheet, SheetCall } from './sheet-model.ts';
import { Sketch, TickedBox, Verdict } from './sketch.tsx';
import type { SketchKind } from './sketch.tsx';
import styles from './sheet.module.css';

interface PartProps {
  readonly sheet: Sheet;
  readonly today: CalendarDate;
}

export function Received({ sheet, today }: PartProps) {
  const t = useT();
  const paperText = usePaperText();
  if (sheet.received.length === 0) return null;
  return (
    <section>
      <h2>{t('print.received')}</h2>
      <ul className={styles.received}>
        {sheet.received.map((paper) => (
          <li key={paper.id}>
            <TickedBox />
            <span>
              {paperText(paper.title)}
              {paper.person !== null && t('print.person', { name: paper.person })}
            </span>
            {paper.fault === null ? (
              <ReceivedFact fact={paper.fact} today={today} />
            ) : (
              <span>{t('print.fact.faulty', { what: paperText(paper.fault) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReceivedFact({
  fact,
  today,
}: {
  readonly fact: ReceivedPaper['fact'];
  readonly today: CalendarDate;
}) {
  const t = useT();
  const format = useFormat();
  switch (fact.kind) {
    case 'until':
      return <span>{t('print.fact.until', { date: format.dateLong(fact.on) })}</span>;
    case 'received':
      return <span>{t('print.fact.received', { date: format.dateNear(fact.on, today) })}</span>;
    case 'forever':
      return <span>{t('print.fact.forever')}</span>;
    case 'to_check':
      return <span>{t('print.fact.to_check')}</span>;
    case 'none':
      return <span />;
  }
}

const sketches: readonly SketchKind[] = ['whole', 'crooked', 'glare', 'covered'];

export function HowToPhotograph({ limits }: { readonly limits: readonly UploadLimit[] }) {
  const t = useT();
  return (
    <section className={styles.together}>
      <h2>{t('print.photo.title')}</h2>
      <ul className={styles.photo}>
        {sketches.map((kind) => (
          <li key={kind}>
            <Sketch kind={kind} />
            <p>
              <Verdict good={kind === 'whole'} />
              {t(`print.photo.${kind}`)}
            </p>
          </li>
        ))}
        <li className={styles.limits}>
          <Limits limits={limits} />
        </li>
      </ul>
    </section>
  );
}

const usualFormats: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'pdf']);

function Limits({ limits }: { readonly limits: readonly UploadLimit[] }) {
  const t = useT();
  const format = useFormat();
  const paperText = usePaperText();
  // Of what the platform takes, what a phone or a scanner makes.
  const formats = limits
    .flatMap((limit) => (limit.id === 'format' ? limit.formats : []))
    .filter((each) => usualFormats.has(each));
  const size = limits.find((limit) => limit.id === 'size');
  const resolution = limits.find((limit) => limit.id === 'resolution');
  const notes = limits.flatMap((limit) =>
    limit.id === 'colour' || limit.id === 'completeness' ? [paperText(limit.note)] : [],
  );
  const file = fileWords(formats, size && format.bytes(size.maxBytes), t);
  const lines = [
    ...notes,
    file,
    resolution && t('print.photo.resolution', { short: resolution.shortSidePx, long: resolution.longSidePx }),
  ];
  return lines.filter((line) => line !== undefined).map((line) => <p key={line}>{line}</p>);
}

function fileWords(formats: readonly string[], size: string | undefined, t: TFunction): string | undefined {
  // A JPEG has two endings, and the client needs one name.
  const names = [...new Set(formats.map((name) => (name === 'jpeg' ? 'jpg' : name)))].map((name) =>
    name.toUpperCase(),
  );
  if (names.length > 0 && size !== undefined)
    return t('print.photo.file', { formats: names.join(t('print.or')), size });
  return names.length > 0 ? names.join(t('print.or')) : size;
}

interface AfterSubmissionProps {
  readonly call: SheetCall;
  readonly isRefill: boolean;
}

export function AfterSubmission({ call, isRefill }: AfterSubmissionProps) {
  const t = useT();
  return (
    <section className={styles.together}>
      <h2>{t(isRefill ? 'print.call.afterRefill' : 'print.call.after')}</h2>
      <p className={styles.paragraph}>
        <CallWords call={call} />
      </p>
      {call.numbers.length > 0 && (
        <p className={styles.numbers}>
          {t('print.call.numbers', { numbers: call.numbers.join(t('print.list')) })}
        </p>
      )}
    </section>
  );
}

function CallWords({ call }: { readonly call: SheetCall }) {
  const t = useT();
  const paperText = usePaperText();
  const headTitle = useHeadTitle();
  const { person, missedCallsToFail: count } = call;
  const questions = call.questions.map(paperText).join(t('print.between'));
  if (person === null) return t('print.call.nobody', { count, questions });
  const role =
    person.role === null
      ? ''
      : t('print.call.role', {
          role: person.role === 'legal_representative' ? headTitle : t(`vocabulary.holder.${person.role}`),
        });
  const number = person.phone === null ? '' : t('print.call.phone', { phone: maskPhone(person.phone) });
  const hours =
    person.hours === null ? t('print.call.anyHours') : t('print.call.hours', { hours: person.hours });
  return (
    <>
      {t('print.call.before', { role })}
      <b>
        {person.name}
        {number}
      </b>
      {t('print.call.then', { hours, count, questions })}
    </>
  );
}

/** Room for the client's seal, our signature and the day. */
export function Signatures() {
  const t = useT();
  return (
    <section className={styles.sign}>
      <div>{t('print.sign.client')}</div>
      <div>{t('print.sign.handler')}</div>
      <div>{t('print.sign.date')}</div>
    </section>
  );
}

import type { DocumentRow } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { validityOf } from '#shared/domain/validity.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

/** What a paper is called on its chip: its title, else its file's name, else whose paper it is and how many files. */
export function paperName(document: DocumentRow, t: TFunction): string {
  const { title, current, kind, contactName } = document;
  const version = Math.max(0, ...current.map(({ versionNo }) => versionNo));
  const name =
    title !== ''
      ? title
      : (fileName(document) ?? ofPerson(contactName, t(`vocabulary.documentKind.${kind}`), t));
  const files = current.length > 1 ? t('application.paper.files', { count: current.length }) : '';
  return `${name}${files}${version > 1 ? t('application.paper.version', { n: version }) : ''}`;
}

const ofPerson = (person: string | null, kind: string, t: TFunction): string =>
  person === null ? kind : t('application.paper.ofPerson', { person, kind });

const fileName = ({ current }: DocumentRow): string | undefined =>
  current.length === 1 ? current[0]?.originalName : undefined;

export interface PaperFact {
  readonly text: string;
  readonly tone?: 'warning' | 'danger';
}

/** The one fact on a chip: how long it is good, or for an undated paper when it came. */
export function paperFact(
  document: DocumentRow,
  today: CalendarDate,
  t: TFunction,
  format: Format,
): PaperFact {
  const validity = validityOf(document.validUntil, today);
  switch (validity.state) {
    case 'forever':
      return { text: t('components.papers.noExpiry') };
    case 'expired':
      return { text: format.countdown(pastOf(-validity.days)), tone: 'danger' };
    case 'expiring':
      return { text: format.countdown(leftOf(validity.days)), tone: 'warning' };
    case 'renewable':
    case 'valid':
      return { text: t('components.papers.until', { date: document.validUntil ?? '' }) };
    case 'unknown':
      if (carriesValidity(document.kind)) return { text: t('application.paper.noDate'), tone: 'warning' };
      return { text: format.dateNear(receivedOn(document), today) };
  }
}

const pastOf = (n: number) => ({ form: 'overdue_days', n, of: 'validity' }) as const;

const leftOf = (days: number) =>
  days === 0 ? ({ form: 'today' } as const) : ({ form: 'left_days', n: days, of: 'validity' } as const);

/** The day on which the newest of its files came. */
export function receivedOn({ current, createdAtMs }: DocumentRow): CalendarDate {
  return dateOfInstant(Math.max(createdAtMs, ...current.map((version) => version.createdAtMs)));
}

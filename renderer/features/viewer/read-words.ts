/** What was read off a paper, in words: what it is, how it stands to what is known, and what is doubtful. */
import type { ClientDetails } from '#shared/contract/clients.ts';
import type { DocumentDetails } from '#shared/contract/documents.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { recordedValues } from '#shared/domain/stated-record.ts';
import { compareStated, isStatedField, natureOf } from '#shared/domain/stated-value.ts';
import { recordedFacts } from '#renderer/api/recorded-facts.ts';
import type { IdentifierFinding } from '#renderer/components/identifier-words.ts';
import { statedFinding, statedLabel } from '#renderer/components/stated-words.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { knownOf } from './read-row.ts';
import type { ReadRow } from './read-row.ts';

export interface Known {
  readonly paper: DocumentDetails;
  readonly client: ClientDetails;
  readonly today: CalendarDate;
}

export function readLabel({ read: { field } }: ReadRow, { paper, client }: Known, t: TFunction): string {
  return isStatedField(field)
    ? statedLabel(paper.kind, field, client.client.entityType, t)
    : t(`viewer.read.field.${field}`);
}

export const readValue = (value: string, t: TFunction): string =>
  value === 'forever' ? t('components.date.noExpiry') : value;

/** How the value stands to what is on file; what is kept already is held against it as it is kept. */
export function readCheck(row: ReadRow, known: Known, t: TFunction): IdentifierFinding {
  return row.noted === null ? waitingCheck(row, t) : notedCheck(row, row.noted, known, t);
}

function notedCheck(row: ReadRow, text: string, known: Known, t: TFunction): IdentifierFinding {
  const { field, value } = row.read;
  const { paper, client, today } = known;
  const recorded = isStatedField(field) ? recordedValues(field, paper, recordedFacts(client)) : [];
  const finding = isStatedField(field) ? statedFinding({ field, text, recorded, today }, t) : undefined;
  if (finding !== undefined && finding.tone !== 'success') return finding;
  const isAsRead = knownOf(row.read).every(({ source, isSame }) => source !== 'paper' || isSame);
  if (!isAsRead) return { tone: 'info', text: t('viewer.read.otherwise', { value: readValue(value, t) }) };
  return finding ?? { tone: 'success', text: t('viewer.read.noted') };
}

function waitingCheck({ read }: ReadRow, t: TFunction): IdentifierFinding {
  const { agreement } = read;
  switch (agreement.state) {
    case 'agrees': {
      const spelled = agreement.known.find(({ differences }) => differences.length > 0);
      return spelled === undefined
        ? { tone: 'success', text: t('components.stated.same') }
        : { tone: 'warning', text: t('components.stated.spelled', { value: spelled.value }) };
    }
    case 'differs':
      return { tone: 'danger', text: differingWords(read, t) };
    case 'new':
      return { tone: 'info', text: t('viewer.read.alone') };
    case 'doubtful':
      return { tone: 'warning', text: doubtWords(read, t), ...suggestionOf(agreement) };
  }
}

const suggestionOf = ({ suggestion }: { readonly suggestion?: string }) =>
  suggestion === undefined ? {} : { suggestion };

function differingWords(read: ReadRow['read'], t: TFunction): string {
  const others = knownOf(read).filter(({ isSame }) => !isSame);
  const [first] = others;
  // An ID number on file stays masked everywhere: only the place of the difference is told.
  if (isStatedField(read.field) && natureOf(read.field) === 'resident_id' && first !== undefined) {
    const comparison = compareStated(read.field, first.value, read.value);
    return t('components.stated.differsAt', { n: comparison.level === 'different' ? comparison.at + 1 : 1 });
  }
  const values = others.map(({ value }) => readValue(value, t));
  return t('components.stated.differs', { value: values.join(t('components.stated.between')) });
}

function doubtWords(read: ReadRow['read'], t: TFunction): string {
  const doubts = read.doubts.map((doubt) => t(`viewer.read.doubt.${doubt}`));
  const differs = knownOf(read).some(({ isSame }) => !isSame) ? [differingWords(read, t)] : [];
  const all = [...doubts, ...differs];
  return all.length === 0 ? t('viewer.read.doubtful') : all.join(t('viewer.read.and'));
}

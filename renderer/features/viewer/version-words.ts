import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { PaperVersion } from './paper-context.tsx';

type Titled = Pick<DocumentRow, 'title' | 'kind' | 'contactName'>;

/** What a paper is called: its title, else its kind, with the person whose it is. */
export function paperName({ title, kind, contactName }: Titled, t: TFunction): string {
  const own = title === '' ? t(`vocabulary.documentKind.${kind}`) : title;
  return contactName === null || own.includes(contactName)
    ? own
    : t('viewer.ofPerson', { person: contactName, paper: own });
}

/** 第 3 版, with its side where a paper has two. */
export function versionName({ part, versionNo }: PaperVersion, t: TFunction): string {
  const version = t('viewer.version', { n: versionNo });
  return part === 'whole'
    ? version
    : t('viewer.side', { side: t(`vocabulary.documentPart.${part}`), version });
}

/** When a version came, as 8月11日收件. */
export const receivedWords = (
  { createdAtMs }: PaperVersion,
  today: CalendarDate,
  t: TFunction,
  format: Format,
): string => t('viewer.received', { date: format.dateNear(dateOfInstant(createdAtMs), today) });

/** Those in use first, a front before its back; then the replaced ones, the newest first. */
export function inStripOrder(
  versions: readonly PaperVersion[],
  current: readonly PaperVersion[],
): readonly PaperVersion[] {
  const inUse = new Set(current.map(({ id }) => id));
  const replaced = versions.filter(({ id }) => !inUse.has(id));
  return [
    ...current,
    ...replaced.toSorted((a, b) => b.createdAtMs - a.createdAtMs || b.versionNo - a.versionNo),
  ];
}

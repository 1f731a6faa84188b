import { useQuery } from '@tanstack/react-query';
import type { DutiesOf } from '#shared/contract/today.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** What the list behind a figure is called; of one consultant, with the name. */
export function useDutiesTitle(of: DutiesOf): string {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  const ofPerson = (title: string, id: string | null): string =>
    id === null ? title : t('today.duties.ofPerson', { title, name: nameOf(id) });
  switch (of.at) {
    case 'group':
      return ofPerson(t(`vocabulary.agendaGroup.${of.group}`), of.consultantId);
    case 'day':
      return ofPerson(
        t(of.part === 'due' ? 'today.duties.day' : 'today.duties.dayLegal', { date: format.date(of.date) }),
        of.consultantId,
      );
    case 'month': {
      const month = format.month(of.month);
      return of.kind === null
        ? t('today.duties.month', { month })
        : t('today.duties.monthOf', { month, kind: t(`vocabulary.heatKind.${of.kind}`) });
    }
    case 'returned':
      return ofPerson(t('today.returned'), of.consultantId);
    case 'load':
      return t('today.duties.load', {
        name: of.consultantId === null ? t('today.nobody') : nameOf(of.consultantId),
      });
  }
}

import type { ApplicationFilter, ApplicationPage } from '#shared/contract/application-pages.ts';
import { useRowHints } from '#renderer/components/cell-hints.tsx';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface ListFootProps {
  readonly first:
    Pick<ApplicationPage, 'total' | 'overdueTotal' | 'hoursTotal' | 'returnedTotal'> | undefined;
  readonly chosen: number;
  readonly onNarrow: (more: ApplicationFilter) => void;
}

/** How many there are, and of what is urgent how many; each figure leads to its rows. */
export function ListFoot({ first, chosen, onNarrow }: ListFootProps) {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const hints = useRowHints({ hasCells: false });
  if (first === undefined) return <StatusBar>{null}</StatusBar>;
  const figures = [
    { id: 'overdue', n: first.overdueTotal, narrows: { overdue: true } },
    { id: 'hours', n: first.hoursTotal, narrows: { dueWithinHours: 24, overdue: false } },
    { id: 'returned', n: first.returnedTotal, narrows: { returned: true } },
  ] as const;
  return (
    <StatusBar keys={!narrow && <KbdHints hints={hints} />}>
      <span>{t('applications.count', { n: format.count(first.total) })}</span>
      {chosen > 0 && <span>{t('bulk.applications.chosen', { n: format.count(chosen) })}</span>}
      {figures.map(({ id, n, narrows }) => (
        <TextButton key={id} plain onClick={() => onNarrow(narrows)}>
          {t(`applications.figure.${id}`, { n: format.count(n) })}
        </TextButton>
      ))}
    </StatusBar>
  );
}

import { SegmentedControl } from '@mantine/core';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DestroyedList } from './destroyed-list.tsx';
import { DueList } from './due-list.tsx';

const parts = ['due', 'destroyed'] as const;
type Part = (typeof parts)[number];

/** Papers whose time is over: what may be destroyed, or the record of what was. */
export function KeepingPage({ part }: { readonly part: Part }) {
  const t = useT();
  const choice = (
    <SegmentedControl
      aria-label={t('keeping.title')}
      value={part}
      onChange={(next) => navigateTo(paths.keeping(next === 'destroyed' ? next : undefined))}
      data={parts.map((value) => ({ value, label: t(`keeping.tab.${value}`) }))}
    />
  );
  return part === 'due' ? <DueList choice={choice} /> : <DestroyedList choice={choice} />;
}

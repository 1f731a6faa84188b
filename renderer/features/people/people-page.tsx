import { SegmentedControl } from '@mantine/core';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ErasuresList } from './erasures-list.tsx';
import { PeopleList } from './people-list.tsx';

const parts = ['list', 'erasures'] as const;
type Part = (typeof parts)[number];

/** The people whom the firm knows, or the record of what was erased. */
export function PeoplePage({ part }: { readonly part: Part }) {
  const t = useT();
  const choice = (
    <SegmentedControl
      aria-label={t('people.title')}
      value={part}
      onChange={(next) => navigateTo(next === 'list' ? paths.people() : paths.erasures())}
      data={parts.map((value) => ({ value, label: t(`people.tab.${value}`) }))}
    />
  );
  return part === 'list' ? <PeopleList choice={choice} /> : <ErasuresList choice={choice} />;
}

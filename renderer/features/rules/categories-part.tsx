import { TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { UnknownRule } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { asksForPapers, categoryFilters, foundCategories } from './category-search.ts';
import type { CategoryFilter } from './category-search.ts';
import { CategoryRow } from './category-row.tsx';
import { ListVersions } from './list-versions.tsx';
import { OutdatedByList } from './outdated.tsx';
import { Sources } from './sources.tsx';
import pageStyles from './rules.module.css';
import styles from './categories-part.module.css';

/** The platforms' categories and what each of them asks for; beside them the versions of the lists. */
export function CategoriesPart() {
  const t = useT();
  const { query } = useApi();
  const loaded = useQuery(query.rules.categories.queryOptions());
  const heads = useQuery(query.rules.categoryLists.queryOptions());
  if (loaded.error) return <QueryFailure error={loaded.error} onRetry={() => void loaded.refetch()} />;
  if (loaded.data === undefined) return <SkeletonRows count={6} />;
  return (
    <div className={pageStyles.page}>
      <div className={pageStyles.sections} role="group" aria-label={t('rules.tab.categories')} tabIndex={0}>
        {loaded.data.map(({ sha256, pack }) => (
          <Pack key={sha256} pack={pack} />
        ))}
      </div>
      <aside className={pageStyles.side} aria-label={t('rules.beside')} tabIndex={0}>
        <OutdatedByList />
        {loaded.data.map(({ sha256, pack }) => (
          <ListVersions key={sha256} pack={pack} sha256={sha256} heads={heads.data ?? []} />
        ))}
        <Sources sources={loaded.data.flatMap(({ pack }) => pack.sources)} />
        <p className={pageStyles.legend}>{t('categories.legend')}</p>
      </aside>
    </div>
  );
}

function Pack({ pack }: { readonly pack: CategoryPack }) {
  const t = useT();
  const [text, setText] = useState('');
  const [filters, setFilters] = useState<ReadonlySet<CategoryFilter>>(new Set());
  const found = useMemo(() => foundCategories(pack, text, filters), [pack, text, filters]);
  const asking = pack.categories.filter(asksForPapers).length;
  const headId = `categories-${pack.id}`;
  return (
    <section aria-labelledby={headId}>
      <PartHead
        id={headId}
        title={t('categories.title')}
        count={t('categories.count', { n: pack.categories.length, asking })}
      />
      <div className={styles.filters}>
        <TextInput
          aria-label={t('categories.find')}
          placeholder={t('categories.find')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Filters chosen={filters} onChange={setFilters} />
      </div>
      {(pack.unknowns ?? []).map((unknown) => (
        <Unlisted key={unknown.id} unknown={unknown} />
      ))}
      {found.length === 0 && <EmptyLine>{t('categories.nothing')}</EmptyLine>}
      <ul>
        {found.map((category) => (
          <CategoryRow key={category.id} category={category} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

/** What the list does not know, on whose word. */
function Unlisted({ unknown }: { readonly unknown: UnknownRule }) {
  const say = useRuleText();
  const format = useFormat();
  return (
    <p className={styles.unlisted}>
      <IconInfoCircle size={14} stroke={iconStroke} aria-hidden />
      <span>
        {say(unknown.text)} <Trust of={trustOf(unknown.tag)} asOf={format.dateLong(unknown.asOf)} brief />
      </span>
    </p>
  );
}

interface FiltersProps {
  readonly chosen: ReadonlySet<CategoryFilter>;
  readonly onChange: (chosen: ReadonlySet<CategoryFilter>) => void;
}

function Filters({ chosen, onChange }: FiltersProps) {
  const t = useT();
  const toggle = (filter: CategoryFilter): void => {
    const next = new Set(chosen);
    if (!next.delete(filter)) next.add(filter);
    onChange(next);
  };
  return (
    <span className={pageStyles.tags} role="group" aria-label={t('categories.filter')}>
      {categoryFilters.map((filter) => (
        <button key={filter} type="button" aria-pressed={chosen.has(filter)} onClick={() => toggle(filter)}>
          {t(`categories.only.${filter}`)}
        </button>
      ))}
    </span>
  );
}

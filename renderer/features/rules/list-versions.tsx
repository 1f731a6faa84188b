import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CategoryListHead } from '#shared/contract/rules.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DifferenceList } from './difference-list.tsx';
import { useListDifferenceWords } from './use-list-difference-words.ts';
import styles from './rules.module.css';

interface ListVersionsProps {
  readonly pack: CategoryPack;
  readonly sha256: string;
  readonly heads: readonly CategoryListHead[];
}

/** The versions of a list that are there, and how the newest differs from another. */
export function ListVersions({ pack, sha256, heads }: ListVersionsProps) {
  const t = useT();
  const series = heads.filter(
    ({ platform, accountKinds }) =>
      platform === pack.platform && accountKinds.some((kind) => pack.accountKinds.includes(kind)),
  );
  const others = series.filter((head) => head.sha256 !== sha256);
  return (
    <>
      <section aria-labelledby={`list-versions-${pack.id}`}>
        <PartHead
          id={`list-versions-${pack.id}`}
          title={t('categories.versions')}
          count={t('categories.versionCount', { count: series.length })}
        />
        <ul className={styles.versions}>
          {series.map((head) => (
            <Version key={head.sha256} head={head} />
          ))}
        </ul>
      </section>
      {others.length > 0 && <Comparison pack={pack} sha256={sha256} others={others} />}
    </>
  );
}

function Version({ head }: { readonly head: CategoryListHead }) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const { version, sha256, asOf, origin, isNewest, openApplicationCount } = head;
  const remove = () =>
    act(() => backend.rules.removeCategories({ sha256 }), t('categories.removed', { version }));
  const facts = [
    t('rules.compared', { date: format.dateLong(asOf) }),
    t(`categories.origin.${origin}`),
    openApplicationCount > 0 && t('categories.inUse', { count: openApplicationCount }),
  ];
  return (
    <li>
      <div>
        <p>
          <span className="cf-num">{version}</span>{' '}
          {isNewest && <span className={styles.sign}>{t('categories.newest')}</span>}
        </p>
        <p className={styles.note}>{facts.filter(Boolean).join(t('application.comma'))}</p>
      </div>
      {origin === 'imported' && openApplicationCount === 0 && (
        <ActionIcon aria-label={t('categories.remove', { version })} onClick={() => void remove()}>
          <IconX size={14} stroke={iconStroke} />
        </ActionIcon>
      )}
    </li>
  );
}

interface ComparisonProps {
  readonly pack: CategoryPack;
  readonly sha256: string;
  readonly others: readonly CategoryListHead[];
}

function Comparison({ pack, sha256: to, others }: ComparisonProps) {
  const t = useT();
  const { query } = useApi();
  const [wanted, setChosen] = useState(others[0]?.sha256 ?? '');
  const from = others.some((head) => head.sha256 === wanted) ? wanted : (others[0]?.sha256 ?? '');
  const { data = [] } = useQuery(query.rules.categoryDifferences.queryOptions({ input: { from, to } }));
  const before = useQuery(query.rules.categoryList.queryOptions({ input: { sha256: from } }));
  const wordsOf = useListDifferenceWords(before.data?.pack ?? pack, pack);
  const rows = wordsOf(data);
  return (
    <section aria-labelledby={`list-comparison-${pack.id}`}>
      <PartHead
        id={`list-comparison-${pack.id}`}
        title={t('rules.compare.title')}
        count={t('rules.compare.count', { count: rows.length })}
      >
        <NativeSelect
          size="xs"
          miw={96}
          aria-label={t('rules.compare.with')}
          value={from}
          data={others.map(({ version, sha256 }) => ({ value: sha256, label: version }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      </PartHead>
      <DifferenceList rows={rows} />
    </section>
  );
}

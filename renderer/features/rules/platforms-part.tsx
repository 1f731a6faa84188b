import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { entityTypes, isEntityType } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { PlatformComparison } from '#shared/domain/platform-comparison.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { PlatformNotes } from './platform-notes.tsx';
import { PlatformsPicture } from './platforms-picture.tsx';
import { PlatformsTable } from './platforms-table.tsx';
import styles from './platforms.module.css';

/** The four platforms side by side: as a picture of time, fee and term, as a table with every source, and what else is told. */
export function PlatformsPart() {
  const { query } = useApi();
  const comparison = useQuery(query.rules.comparison.queryOptions());
  if (comparison.error) {
    return <QueryFailure error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  if (comparison.data === undefined) return <SkeletonRows count={12} />;
  return <Platforms comparison={comparison.data} />;
}

/** The same, of a comparison that is at hand. */
function Platforms({ comparison }: { readonly comparison: PlatformComparison }) {
  const t = useT();
  const format = useFormat();
  const [entityType, setEntityType] = useState<EntityType>('company');
  return (
    <section className={styles.part} aria-labelledby="rules-platforms">
      <PartHead
        id="rules-platforms"
        title={t('platforms.title')}
        count={t('platforms.feesOn', { date: format.dateLong(comparison.on) })}
      >
        <NativeSelect
          aria-label={t('platforms.entityType')}
          value={entityType}
          data={entityTypes.map((value) => ({ value, label: t(`vocabulary.entityType.${value}`) }))}
          onChange={({ currentTarget: { value } }) => isEntityType(value) && setEntityType(value)}
        />
      </PartHead>
      <PlatformsPicture platforms={comparison.platforms} entityType={entityType} />
      <p className={styles.note}>{t('platforms.note')}</p>
      <PlatformsTable platforms={comparison.platforms} entityType={entityType} />
      <PlatformNotes platforms={comparison.platforms} />
    </section>
  );
}

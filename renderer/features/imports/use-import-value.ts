import { useCallback } from 'react';
import { isEntityType } from '#shared/domain/entity-type.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { platforms } from '#shared/domain/platform.ts';
import { standings } from '#shared/domain/standing.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** A value of an import in words: money with separators, types and platforms by name, 长期 for no end. */
export function useImportValue(): (field: ImportField, value: string) => string {
  const t = useT();
  const format = useFormat();
  return useCallback(
    (field, value) => {
      if (field === 'serviceFee') return format.money(Number(value));
      if (field === 'licenceUntil' && value === 'forever') return t('status.word.no_expiry');
      if (field === 'entityType' && isEntityType(value)) return t(`vocabulary.entityType.${value}`);
      const standing = standings.find((known) => known === value);
      if (field === 'standing' && standing !== undefined) return t(`vocabulary.standing.${standing}`);
      const platform = platforms.find((known) => known === value);
      if (field === 'platform' && platform !== undefined) return t(`vocabulary.platform.${platform}`);
      return value;
    },
    [t, format],
  );
}

import { useCallback } from 'react';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import { isEntityType } from '#shared/domain/entity-type.ts';
import { maskIdNumber } from '#shared/domain/mask.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** A value that a finding or a cell speaks of, in the words of the page; ID numbers stay masked. */
export function useStatedValue(): (value: string, isSecret: boolean) => string {
  const t = useT();
  const format = useFormat();
  return useCallback(
    (value, isSecret) => {
      if (isSecret) return maskIdNumber(value);
      if (value === 'forever') return t('status.word.no_expiry');
      if (isCalendarDate(value)) return format.dateLong(value);
      return isEntityType(value) ? t(`vocabulary.entityType.${value}`) : value;
    },
    [t, format],
  );
}

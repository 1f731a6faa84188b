import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useApi } from './api.tsx';

const shipped = createWorkingCalendar();

/** The working calendar with the firm's own holiday years; until they are read, that of the program. */
export function useCalendar(): WorkingCalendar {
  const { query } = useApi();
  const { data = [] } = useQuery(query.rules.ownHolidays.queryOptions());
  return useMemo(() => (data.length === 0 ? shipped : createWorkingCalendar(data)), [data]);
}

import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useLanguage } from '#renderer/i18n/use-t.ts';
import type { TableRoom } from './column-layout.ts';

/** Below 1200 px: rail instead of side bar, fewer columns, narrower panes. The same number stands in the CSS files. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 1199px)', false, { getInitialValueInEffect: false });
}

/** From here on, in px, the longer English words leave room for every column. */
const roomForEnglish = '(min-width: 1560px)';

/** Whether tables have room for the columns that can be done without. */
export function useRoomy(): boolean {
  const isWide = useMediaQuery(roomForEnglish, false, { getInitialValueInEffect: false });
  const narrow = useNarrow();
  return useLanguage() === 'en' ? isWide : !narrow;
}

/** How much room the window gives a table. */
export function useTableRoom(): TableRoom {
  const narrow = useNarrow();
  const roomy = useRoomy();
  return useMemo(() => ({ narrow, roomy }), [narrow, roomy]);
}

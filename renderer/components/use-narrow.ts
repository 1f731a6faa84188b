import { useMediaQuery } from '@mantine/hooks';

/** Below 1200 px: rail instead of side bar, fewer columns, narrower panes. The same number stands in the CSS files. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 1199px)', false, { getInitialValueInEffect: false });
}

import { useDeferredValue } from 'react';

/**
 * False when something large comes, then true: what is drawn only then is drawn in slices, between which keys are heard,
 * and after the rest of the page.
 */
export const useDrawnInSlices = (isThere: boolean): boolean => useDeferredValue(isThere, false) && isThere;

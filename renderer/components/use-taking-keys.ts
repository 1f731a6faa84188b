import { useEffect, useEffectEvent } from 'react';

/**
 * Gives what a page is about the focus once it is there, when nothing on the page has it: who comes by the side bar or a
 * key goes on with the arrows. `isThere` turns true when the element can be focused.
 */
export function useTakingKeys(isThere: boolean, focus: () => void): void {
  const take = useEffectEvent(() => {
    if (isThere && isElsewhere(document.activeElement)) focus();
  });
  useEffect(() => {
    // Taking the focus lays out the page: a task of its own, so that none is long.
    const soon = setTimeout(() => take());
    return () => clearTimeout(soon);
  }, [isThere]);
}

/** On nothing, on the page as a whole, or still on the way that led here. */
const isElsewhere = (element: Element | null): boolean =>
  element === null || element === document.body || element.matches('main, nav a, nav button');

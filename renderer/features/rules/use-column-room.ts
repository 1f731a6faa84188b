import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

interface Widths {
  /** Of one column, and of all that stands beside the columns, in px. */
  readonly column: number;
  readonly rest: number;
}

/** How many columns there is room for in an element; at least three. */
export function useColumnRoom(element: RefObject<HTMLElement | null>, { column, rest }: Widths): number {
  const [count, setCount] = useState(6);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = (): void => setCount(Math.max(3, Math.floor((measured.clientWidth - rest) / column)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, column, rest]);
  return count;
}

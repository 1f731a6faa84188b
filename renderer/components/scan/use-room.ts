import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { PageSize } from './page-box.ts';

/** As wide as the bars of base.css. */
const barPx = 10;

/**
 * How much room an element that scrolls has beside its bars, whether they are there or not: else what is fitted into it
 * would come and go with them. Null until it is laid out.
 */
export function useRoom(element: RefObject<HTMLElement | null>): PageSize | null {
  const [room, setRoom] = useState<PageSize | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void =>
      setRoom({ width: current.offsetWidth - barPx, height: current.offsetHeight - barPx });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

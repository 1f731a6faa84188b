import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Height in px of an element whose height the theme decides; follows a change of density at once. */
export function useRowHeight(probe: RefObject<HTMLElement | null>, fallback: number): number {
  const [height, setHeight] = useState(fallback);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = (): void => setHeight(element.offsetHeight || fallback);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [probe, fallback]);
  return height;
}

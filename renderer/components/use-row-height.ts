import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RefObject } from 'react';

/** What stood on the screen last, by the height that is expected: the same when a page is opened again. */
const known = new Map<number, number>();

/** Height in px of an element whose height the theme decides; follows a change of density at once. */
export function useRowHeight(probe: RefObject<HTMLElement | null>, expected: number): number {
  const [height, setHeight] = useState(known.get(expected) ?? expected);
  const isShown = useEffectEvent((measured: number) => measured === height);
  useEffect(() => {
    const element = probe.current;
    if (!element) return;
    // Told when it has been laid out and before it is painted: asking for it sooner would lay out the whole page once more.
    const observer = new ResizeObserver(() => {
      const measured = element.offsetHeight || expected;
      known.set(expected, measured);
      if (!isShown(measured)) flushSync(() => setHeight(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [probe, expected]);
  return height;
}

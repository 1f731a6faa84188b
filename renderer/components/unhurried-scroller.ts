import { elementScroll } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';

type Scroller = Virtualizer<HTMLDivElement, Element>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A scroller begins at its top: it is not sent there. */
const begun = new WeakSet<Element>();

/**
 * Options of a virtualizer that asks its element for nothing while it comes to stand: to measure it then, or to scroll it
 * where it is, would have the browser lay out the whole page in the midst of drawing it. Until it is laid out it is taken
 * for as high as the window.
 */
export const unhurriedScroller = {
  initialRect: { width: window.innerWidth, height: window.innerHeight },
  observeElementRect({ scrollElement }: Scroller, onRect: (rect: Size) => void) {
    if (scrollElement === null) return;
    const observer = new ResizeObserver(() => {
      onRect({ width: scrollElement.clientWidth, height: scrollElement.clientHeight });
    });
    observer.observe(scrollElement);
    return () => observer.disconnect();
  },
  scrollToFn(offset: number, options: Parameters<typeof elementScroll>[1], scroller: Scroller): void {
    const { scrollElement } = scroller;
    const isFirst = scrollElement !== null && !begun.has(scrollElement);
    if (scrollElement !== null) begun.add(scrollElement);
    if (isFirst && offset === 0) return;
    elementScroll(offset, options, scroller);
  },
};

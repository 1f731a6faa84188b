import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { anchorAt, pointOf } from './stage-layout.ts';
import type { Anchor, Layout, Turn } from './stage-layout.ts';

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

interface Held extends Point {
  readonly anchor: Anchor;
}

type Element = RefObject<HTMLElement | null>;

/**
 * What is looked at stays where it is in the window while the zoom changes: the point under the pointer, else that in the
 * middle; of a page that is turned its own middle.
 */
export function useHeldPlace(scroller: Element, sheets: Element, layout: Layout | null, turn: Turn) {
  const held = useRef<Held | null>(null);
  const turnBefore = useRef(turn);
  useLayoutEffect(() => {
    const isTurned = turnBefore.current !== turn;
    turnBefore.current = turn;
    const [outer, inner] = [scroller.current, sheets.current];
    if (layout === null || outer === null || inner === null) return;
    if (held.current === null) {
      held.current = heldAt(layout, inner, middleOf(outer));
      return;
    }
    const { anchor } = held.current;
    const { clientX, clientY } = isTurned ? middleOf(outer) : held.current;
    const { x, y } = pointOf(layout, isTurned ? { page: anchor.page, x: 0.5, y: 0.5 } : anchor);
    const { left, top } = inner.getBoundingClientRect();
    outer.scrollBy(left + x - clientX, top + y - clientY);
  }, [layout, turn, scroller, sheets]);
  return {
    hold(at?: Point): void {
      const [outer, inner] = [scroller.current, sheets.current];
      if (layout === null || outer === null || inner === null) return;
      held.current = heldAt(layout, inner, at ?? middleOf(outer));
    },
  };
}

function heldAt(layout: Layout, sheets: HTMLElement, { clientX, clientY }: Point): Held {
  const { left, top } = sheets.getBoundingClientRect();
  return { anchor: anchorAt(layout, clientX - left, clientY - top), clientX, clientY };
}

function middleOf(element: HTMLElement): Point {
  const { left, top } = element.getBoundingClientRect();
  return { clientX: left + element.clientWidth / 2, clientY: top + element.clientHeight / 2 };
}

import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ReactNode, Ref, RefObject } from 'react';
import type { PageBox, PageSize } from './page-box.ts';
import { Sheet } from './sheet.tsx';
import {
  layoutOf,
  margin,
  nextScale,
  pageAt,
  pagesBetween,
  pointOf,
  scaleOf,
  turnedPoint,
  wheeledScale,
} from './stage-layout.ts';
import type { Layout, Turn, Zoom } from './stage-layout.ts';
import { useDragToMove } from './use-drag-to-move.ts';
import { useHeldPlace } from './use-held-place.ts';
import { useRoom } from './use-room.ts';
import styles from './stage.module.css';

/** How far something is scrolled: from 0 at its beginning to 1 at its end. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

export interface StageHandle {
  readonly zoomBy: (by: 1 | -1) => void;
  /** By so many pixels. */
  readonly move: (x: number, y: number) => void;
  /** The page, from 1, comes to the top. */
  readonly goTo: (no: number) => void;
  /** A part of the page, from 1, comes into the middle. */
  readonly show: (no: number, box: PageBox) => void;
  readonly scrollTo: (share: Share) => void;
}

interface StageProps {
  readonly label: string;
  readonly pages: readonly PageSize[];
  readonly zoom: Zoom;
  readonly turn: Turn;
  readonly onZoom: (zoom: Zoom) => void;
  /** The page, from 1, that is looked at, and the scale at which it is drawn. */
  readonly onLook: (no: number, scale: number) => void;
  /** It was scrolled here, not by `scrollTo`. */
  readonly onScrolled?: ((share: Share) => void) | undefined;
  readonly ref?: Ref<StageHandle>;
  /** Draws the page, from 1. */
  readonly children: (no: number, scale: number) => ReactNode;
}

/** The pages of a file one below the other, as large and turned as it is wished; only those in sight are drawn. */
export function Stage(props: StageProps) {
  const { label, pages, zoom, turn, onZoom, onLook, ref, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const scale = room === null ? 0 : scaleOf(zoom, turn, pages, room);
  const layout = useMemo(
    () => (room === null ? null : layoutOf(pages, { scale, turn, room })),
    [pages, scale, turn, room],
  );
  const [top, setTop] = useState(0);
  const held = useHeldPlace(scroller, sheets, layout, turn);
  const drag = useDragToMove();
  const middle = layout === null || room === null ? 0 : pageAt(layout, top + room.height / 2);
  const scroll = useScroll(scroller, props.onScrolled, () => {
    setTop(scroller.current?.scrollTop ?? 0);
    held.hold();
  });
  useLooks(onLook, middle + 1, scale, layout !== null);
  useWheel(scroller, (event) => {
    held.hold(event);
    onZoom(wheeledScale(scale, event.deltaY));
  });
  useImperativeHandle(ref, () => ({
    ...movesOf(scroller.current, layout, turn, pages),
    scrollTo: scroll.to,
    zoomBy: (by) => {
      held.hold();
      onZoom(nextScale(scale, by));
    },
  }));
  const seen =
    layout === null || room === null ? null : pagesBetween(layout, top - room.height, top + 2 * room.height);
  return (
    <div
      ref={scroller}
      className={styles.stage}
      role="region"
      aria-label={label}
      tabIndex={0}
      data-moving={drag.isMoving || undefined}
      onScroll={scroll.onScroll}
      {...drag.handlers}
    >
      <div
        ref={sheets}
        className={styles.sheets}
        style={layout ? { width: layout.width, height: layout.height } : {}}
      >
        {layout?.places.map((place, index) => (
          <Sheet key={index} place={place} turn={turn}>
            {seen !== null && index >= seen.first && index < seen.end && children(index + 1, scale)}
          </Sheet>
        ))}
      </div>
    </div>
  );
}

function useLooks(onLook: StageProps['onLook'], no: number, scale: number, isLaidOut: boolean): void {
  const tell = useEffectEvent(onLook);
  useEffect(() => {
    if (isLaidOut) tell(no, scale);
  }, [no, scale, isLaidOut]);
}

/** Ctrl and the wheel, or two fingers; by itself the wheel scrolls. */
function useWheel(scroller: RefObject<HTMLElement | null>, onZoomWheel: (event: WheelEvent) => void): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onZoomWheel(event);
  });
  useEffect(() => {
    const { current } = scroller;
    const wheel = (event: WheelEvent): void => onWheel(event);
    current?.addEventListener('wheel', wheel, { passive: false });
    return () => current?.removeEventListener('wheel', wheel);
  }, [scroller]);
}

/** Tells of scrolling by hand, and scrolls without telling. */
function useScroll(
  scroller: RefObject<HTMLElement | null>,
  onScrolled: StageProps['onScrolled'],
  onAny: () => void,
) {
  const isOwn = useRef(false);
  return {
    onScroll: (): void => {
      onAny();
      if (!isOwn.current && scroller.current !== null) onScrolled?.(shareOf(scroller.current));
      isOwn.current = false;
    },
    to: ({ x, y }: Share): void => {
      const { current } = scroller;
      if (current === null) return;
      const { scrollLeft, scrollTop } = current;
      const [left, top] = lengths(current);
      current.scrollTo(x * left, y * top);
      isOwn.current = current.scrollLeft !== scrollLeft || current.scrollTop !== scrollTop;
    },
  };
}

const lengths = (element: HTMLElement): readonly [number, number] => [
  element.scrollWidth - element.clientWidth,
  element.scrollHeight - element.clientHeight,
];

function shareOf(element: HTMLElement): Share {
  const [left, top] = lengths(element);
  return { x: left > 0 ? element.scrollLeft / left : 0, y: top > 0 ? element.scrollTop / top : 0 };
}

function movesOf(
  scroller: HTMLElement | null,
  layout: Layout | null,
  turn: Turn,
  pages: readonly PageSize[],
): Pick<StageHandle, 'move' | 'goTo' | 'show'> {
  return {
    move: (x, y) => scroller?.scrollBy(x, y),
    goTo(no) {
      const place = layout?.places[no - 1];
      if (place !== undefined) scroller?.scrollTo({ top: place.top - margin });
    },
    show(no, box) {
      const size = pages[no - 1];
      if (scroller === null || layout === null || size === undefined) return;
      const middle = turnedPoint(
        (box.x + box.width / 2) / size.width,
        (box.y + box.height / 2) / size.height,
        turn,
      );
      const { x, y } = pointOf(layout, { page: no - 1, ...middle });
      scroller.scrollTo(x - scroller.clientWidth / 2, y - scroller.clientHeight / 2);
    },
  };
}

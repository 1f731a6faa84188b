import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';

interface Grip {
  readonly x: number;
  readonly y: number;
}

/** What is larger than its element is moved by the hand. */
export function useDragToMove() {
  const grip = useRef<Grip | null>(null);
  const [isMoving, setMoving] = useState(false);
  const end = (): void => {
    grip.current = null;
    setMoving(false);
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0 || isOnBar(event)) return;
      grip.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
      setMoving(true);
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      if (grip.current === null) return;
      event.currentTarget.scrollBy(grip.current.x - event.clientX, grip.current.y - event.clientY);
      grip.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { isMoving, handlers };
}

function isOnBar({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  const { left, top } = currentTarget.getBoundingClientRect();
  return clientX - left >= currentTarget.clientWidth || clientY - top >= currentTarget.clientHeight;
}

import type { CSSProperties } from 'react';
import { placeOn } from './page-box.ts';
import type { PageBox, PageSize } from './page-box.ts';
import styles from './field-boxes.module.css';

export interface FieldBox {
  /** As it is numbered beside the page, from 1. */
  readonly no: number;
  readonly label: string;
  readonly box: PageBox;
  readonly tone: 'info' | 'warning' | 'danger';
  readonly isCurrent: boolean;
}

interface FieldBoxesProps {
  /** Of the page that they lie on, in the unit of the boxes. */
  readonly size: PageSize;
  readonly boxes: readonly FieldBox[];
  /** By so many degrees the page is turned: the numbers stay upright. */
  readonly turn: number;
  readonly onChoose: (no: number) => void;
}

/** Frames around what was read off a page, each with its number; a click on one chooses it. */
export function FieldBoxes({ size, boxes, turn, onChoose }: FieldBoxesProps) {
  return (
    <div className={styles.boxes}>
      {boxes.map(({ no, label, box, tone, isCurrent }, index) => (
        <button
          key={no}
          type="button"
          className={styles.box}
          data-tone={tone}
          data-current={isCurrent || undefined}
          style={placeOn(size, box)}
          aria-label={label}
          title={label}
          // The list beside it is the way by keys.
          tabIndex={-1}
          // What it lies on is moved by the hand.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => onChoose(no)}
        >
          <span className={styles.no} style={numberStyle(turn, sameBefore(boxes, index))}>
            {no}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Two values may stand in one place, as the beginning and the end of a term: their numbers stand side by side. */
const sameBefore = (boxes: readonly FieldBox[], index: number): number =>
  boxes.slice(0, index).filter(({ box }) => isSame(box, boxes[index]?.box)).length;

const isSame = (a: PageBox, b: PageBox | undefined): boolean =>
  a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;

const numberStyle = (turn: number, place: number) =>
  ({ '--cf-upright': `${-turn}deg`, '--cf-place': place }) as CSSProperties;

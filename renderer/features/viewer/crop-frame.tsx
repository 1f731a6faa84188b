import { useRef, useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Crop } from './use-upload-copy.ts';
import styles from './shelf.module.css';

const sides = ['left', 'top', 'right', 'bottom'] as const;
type Side = (typeof sides)[number];

/** So much an arrow moves a side, as a share of the page; with Shift more. */
const [step, largeStep] = [0.005, 0.03];
/** So much is kept at least. */
const least = 0.1;

interface CropFrameProps {
  readonly source: string;
  readonly crop: Crop;
  readonly onCrop: (crop: Crop) => void;
}

/** The picture with the part that is kept: its sides are dragged, or moved by the arrow keys. */
export function CropFrame({ source, crop: chosen, onCrop }: CropFrameProps) {
  const t = useT();
  // While a side is dragged no copy is made for every step of it.
  const [dragged, setDragged] = useState<Crop | null>(null);
  const crop = dragged ?? chosen;
  const drop = (): void => {
    if (dragged !== null) onCrop(dragged);
    setDragged(null);
  };
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} className={styles.crop}>
      <img src={source} alt={t('viewer.upload.picture')} draggable={false} />
      <div
        className={styles.kept}
        style={{
          left: percent(crop.x),
          top: percent(crop.y),
          width: percent(crop.width),
          height: percent(crop.height),
        }}
      />
      {sides.map((side) => (
        <button
          key={side}
          type="button"
          role="slider"
          className={styles.edge}
          data-side={side}
          style={placeOf(side, crop)}
          aria-label={t(`viewer.upload.side.${side}`)}
          aria-orientation={isAcross(side) ? 'horizontal' : 'vertical'}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(positionOf(side, crop) * 100)}
          onKeyDown={(event) => {
            const by = directionOf(event.key, side);
            if (by === 0) return;
            event.preventDefault();
            event.stopPropagation();
            onCrop(moved(crop, side, positionOf(side, crop) + by * (event.shiftKey ? largeStep : step)));
          }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            const box = frame.current?.getBoundingClientRect();
            if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
            const share = isAcross(side)
              ? (event.clientX - box.left) / box.width
              : (event.clientY - box.top) / box.height;
            setDragged(moved(crop, side, share));
          }}
          onPointerUp={drop}
          onPointerCancel={drop}
        />
      ))}
    </div>
  );
}

const percent = (share: number): string => `${share * 100}%`;
const isAcross = (side: Side): boolean => side === 'left' || side === 'right';

function positionOf(side: Side, { x, y, width, height }: Crop): number {
  const positions = { left: x, right: x + width, top: y, bottom: y + height };
  return positions[side];
}

function placeOf(side: Side, crop: Crop) {
  const middle = isAcross(side) ? crop.y + crop.height / 2 : crop.x + crop.width / 2;
  const at = positionOf(side, crop);
  return isAcross(side)
    ? { left: percent(at), top: percent(middle) }
    : { left: percent(middle), top: percent(at) };
}

/** Arrows along the way of a side move it; the others do nothing. */
function directionOf(key: string, side: Side): -1 | 0 | 1 {
  const [back, on] = isAcross(side) ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === back) return -1;
  return key === on ? 1 : 0;
}

/** A side put elsewhere, within the page and with something left between it and the other. */
function moved(crop: Crop, side: Side, to: number): Crop {
  const { x, y, width, height } = crop;
  const between = (low: number, high: number): number => Math.min(high, Math.max(low, to));
  switch (side) {
    case 'left': {
      const left = between(0, x + width - least);
      return { ...crop, x: left, width: x + width - left };
    }
    case 'right':
      return { ...crop, width: between(x + least, 1) - x };
    case 'top': {
      const top = between(0, y + height - least);
      return { ...crop, y: top, height: y + height - top };
    }
    case 'bottom':
      return { ...crop, height: between(y + least, 1) - y };
  }
}

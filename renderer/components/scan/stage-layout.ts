/** How pages lie on the stage: pure, in CSS pixels of the window. */
import type { PageSize } from './page-box.ts';

/** Quarter turns to the right, in degrees. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

export const turned = (turn: Turn, by: 1 | -1): Turn =>
  turns[(turns.indexOf(turn) + by + turns.length) % turns.length] ?? 0;

/** As large as fits, or a share of the true size. */
export type Zoom = 'window' | 'width' | number;

/** Steps of + and −. */
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6, 8] as const;
const smallest = steps[0];
const largest = 8;

/** The step above or below a scale, whatever it was; the last one stays. */
export function nextScale(scale: number, by: 1 | -1): number {
  const hair = 0.005;
  const next =
    by === 1 ? steps.find((step) => step > scale + hair) : steps.findLast((step) => step < scale - hair);
  return next ?? (by === 1 ? largest : smallest);
}

/** A scale by a wheel that was turned by so many pixels. */
export const wheeledScale = (scale: number, delta: number): number =>
  within(scale * Math.exp(-delta / 400), smallest, largest);

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Around the pages, and between two of them. */
export const margin = 16;
const gap = 12;

const asTurned = ({ width, height }: PageSize, turn: Turn): PageSize =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/** The scale that a zoom comes to where the stage has so much room. */
export function scaleOf(zoom: Zoom, turn: Turn, pages: readonly PageSize[], room: PageSize): number {
  if (typeof zoom === 'number') return zoom;
  const sizes = pages.map((page) => asTurned(page, turn));
  const width = Math.max(1, ...sizes.map((size) => size.width));
  const height = Math.max(1, ...sizes.map((size) => size.height));
  const across = (room.width - 2 * margin) / width;
  const down = (room.height - 2 * margin) / height;
  return within(zoom === 'width' ? across : Math.min(across, down), 0.02, largest);
}

/** Where a page lies on the sheet that is scrolled. */
export interface Place extends PageSize {
  readonly left: number;
  readonly top: number;
}

export interface Layout extends PageSize {
  readonly places: readonly Place[];
}

/** The pages one below the other, each in the middle; fewer than the stage has room for lie in its middle. */
export function layoutOf(
  pages: readonly PageSize[],
  { scale, turn, room }: { readonly scale: number; readonly turn: Turn; readonly room: PageSize },
): Layout {
  const sizes = pages.map((page) => {
    const { width, height } = asTurned(page, turn);
    return { width: width * scale, height: height * scale };
  });
  const widest = Math.max(0, ...sizes.map((size) => size.width));
  const tall = sizes.reduce((sum, size) => sum + size.height + gap, -gap);
  const width = Math.max(room.width, widest + 2 * margin);
  const height = Math.max(room.height, tall + 2 * margin);
  let top = (height - tall) / 2;
  const places = sizes.map((size) => {
    const place = { ...size, left: (width - size.width) / 2, top };
    top += size.height + gap;
    return place;
  });
  return { width, height, places };
}

/** The pages, from 0, that lie between two heights; `end` is the one after. */
export function pagesBetween(
  { places }: Layout,
  top: number,
  bottom: number,
): { readonly first: number; readonly end: number } {
  const first = places.findIndex((place) => place.top + place.height >= top);
  if (first < 0) return { first: Math.max(0, places.length - 1), end: places.length };
  const after = places.findIndex((place, index) => index > first && place.top > bottom);
  return { first, end: after < 0 ? places.length : after };
}

/** The page, from 0, that lies at a height, or the one that is nearest. */
export function pageAt({ places }: Layout, y: number): number {
  const below = places.findIndex((place) => place.top + place.height + gap / 2 >= y);
  return below < 0 ? Math.max(0, places.length - 1) : below;
}

/** A point of a page, as parts of its width and height as it lies. */
export interface Anchor {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export function anchorAt(layout: Layout, x: number, y: number): Anchor {
  const page = pageAt(layout, y);
  const place = layout.places[page];
  if (place === undefined) return { page: 0, x: 0.5, y: 0.5 };
  return { page, x: (x - place.left) / place.width, y: (y - place.top) / place.height };
}

export function pointOf(
  { places }: Layout,
  { page, x, y }: Anchor,
): { readonly x: number; readonly y: number } {
  const place = places[page];
  if (place === undefined) return { x: 0, y: 0 };
  return { x: place.left + x * place.width, y: place.top + y * place.height };
}

/** Where a point of a page, given as parts of it as it lies in its file, comes to lie when it is turned. */
export function turnedPoint(x: number, y: number, turn: Turn): { readonly x: number; readonly y: number } {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

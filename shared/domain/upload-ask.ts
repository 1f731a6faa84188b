import type { PixelBox } from './page-pixels.ts';
import type { UploadLimit, UploadProfile } from './rule-pack.ts';

/** What a picture that is handed in has to be; null where no limit is known. */
export type UploadAsk = {
  /** Endings of file names. */
  readonly formats: readonly string[];
  readonly maxBytes: number | null;
  readonly shortSidePx: number | null;
  readonly longSidePx: number | null;
  readonly wantsColour: boolean;
};

/** What every platform whose limits are known takes: JPEG or PNG up to 2 MB, 720 × 1280 and more, in colour. */
export const safeUpload: UploadAsk = {
  formats: ['jpg', 'jpeg', 'png'],
  maxBytes: 2_097_152,
  shortSidePx: 720,
  longSidePx: 1280,
  wantsColour: true,
};

/** What satisfies all of these profiles; without one, what is safe everywhere. */
export function uploadAskOf(profiles: readonly UploadProfile[]): UploadAsk {
  const limits = profiles.flatMap((profile) => profile.limits);
  const of = <Id extends UploadLimit['id']>(id: Id) =>
    limits.filter((limit): limit is Extract<UploadLimit, { readonly id: Id }> => limit.id === id);
  if (profiles.length === 0) return safeUpload;
  const sizes = of('size').map(({ maxBytes }) => maxBytes);
  const resolutions = of('resolution');
  const least = (values: readonly number[]): number | null =>
    values.length === 0 ? null : Math.max(...values);
  return {
    formats: common(of('format').map(({ formats }) => formats)),
    maxBytes: sizes.length === 0 ? null : Math.min(...sizes),
    shortSidePx: least(resolutions.map(({ shortSidePx }) => shortSidePx)),
    longSidePx: least(resolutions.map(({ longSidePx }) => longSidePx)),
    wantsColour: of('colour').length > 0,
  };
}

/** What all of them take; two that have nothing in common are left to be told apart by hand. */
function common(lists: readonly (readonly string[])[]): readonly string[] {
  const [first, ...others] = lists;
  if (first === undefined) return safeUpload.formats;
  const shared = first.filter((format) => others.every((list) => list.includes(format)));
  return shared.length > 0 ? shared : first;
}

/** A kept file as an upload limit looks at it. */
export type UploadFile = {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
};

/** In which of these ways a file as it is kept would be refused. */
export function uploadFaults(file: UploadFile, ask: UploadAsk): ('format' | 'size' | 'resolution')[] {
  const format = file.mediaType.split('/').at(-1) ?? '';
  const { widthPx, heightPx } = file;
  const isSmall = widthPx !== null && heightPx !== null && !isLargeEnough({ widthPx, heightPx }, ask);
  return [
    ...(ask.formats.includes(format) ? [] : ['format' as const]),
    ...(ask.maxBytes !== null && file.sizeBytes > ask.maxBytes ? ['size' as const] : []),
    ...(isSmall ? ['resolution' as const] : []),
  ];
}

/** Whether a picture of this size, whichever way it lies, has the pixels that are asked for. */
export function isLargeEnough(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { shortSidePx, longSidePx }: UploadAsk,
): boolean {
  const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  return short >= (shortSidePx ?? 0) && long >= (longSidePx ?? 0);
}

/** A part of a page with as much around it as it takes to have the pixels that are asked for, as far as the page goes. */
export function withPixelsAsked(
  part: PixelBox,
  page: { readonly widthPx: number; readonly heightPx: number },
  { shortSidePx, longSidePx }: UploadAsk,
): PixelBox {
  const [short, long] = [shortSidePx ?? 0, longSidePx ?? 0];
  const [width, height] = part.width >= part.height ? [long, short] : [short, long];
  const [x, wide] = stretched([part.x, part.width], page.widthPx, width);
  const [y, high] = stretched([part.y, part.height], page.heightPx, height);
  return { x, y, width: wide, height: high };
}

function stretched(
  [from, length]: readonly [number, number],
  whole: number,
  least: number,
): readonly [from: number, length: number] {
  if (length >= least) return [from, length];
  const made = Math.min(whole, least);
  const begun = Math.round(from - (made - length) / 2);
  return [Math.min(whole - made, Math.max(0, begun)), made];
}

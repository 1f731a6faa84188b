import { AppError } from '#shared/contract/errors.ts';

/** The most pixels that are decoded: four times a page of A3 at 600 dpi. */
const maxPixels = 268_000_000;

/** Throws AppError TOO_MANY_PIXELS. */
export function refuseManyPixels(
  { width, height }: { readonly width: number; readonly height: number },
  name: string,
): void {
  if (width * height > maxPixels)
    throw new AppError('TOO_MANY_PIXELS', { name, widthPx: width, heightPx: height });
}

/** sharp, set up for a thread that reads one picture at a time. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/**
 * Limits of what a picture may be like. Calibrated on drawn and damaged papers of one seed and held against those of another
 * (`npm run bench:quality`), except where a source is named.
 */

/** Clean print gives 0.45 to 0.5, a blur of 1.2 pixels 0.3, one of 2.6 pixels, which nobody reads, 0.2 and less. */
export const sharpnessLimit = 0.24;
/** Grain that is seen and disturbs nobody gives up to 13, grain in which thin strokes get lost 18 and more. */
export const grainLimit = 16;
/** Paper on which there is enough light has 220 and more; a third of the light leaves 75. */
export const paperLimit = 115;
/** Print that was lit right is below 110 even where it is blurred; washed out it is above 140. */
export const inkLimit = 135;
/** Share of the page. No clean page has any; a lamp takes 2.5 % and more. */
export const glareLimit = 0.01;
/** Degrees. A sheet laid down by hand may be four off; from five on it is seen at once. */
export const skewLimit = 4.5;
/** The long side, in pixels, under which no rule's picture is. Where a rule names its own, that counts. */
export const longSideLimit = 900;
/** Height of a letter in pixels under which the strokes of Chinese characters run together (9 to 10 of print at 72 dpi). */
export const letterLimitPx = 9;

/**
 * The print of a picture: 64 bits as 16 hex digits, each telling whether one of 8 × 8 places is darker than its right
 * neighbour (difference hash). Two scans of one page differ in a few bits, other pages in about half of them.
 */
export type PagePrint = string;

/** Width and height of the grey picture that a print is made of. */
export const printWidth = 9;
export const printHeight = 8;

/** From `printWidth` × `printHeight` grey values, row after row. */
export function printOf(grey: Uint8Array): PagePrint {
  let digits = '';
  for (let row = 0; row < printHeight; row += 1) {
    let bits = 0;
    for (let column = 0; column + 1 < printWidth; column += 1) {
      const at = row * printWidth + column;
      bits = bits * 2 + ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0);
    }
    digits += bits.toString(16).padStart(2, '0');
  }
  return digits;
}

/** The share of equal bits, from 0 to 1. */
export function likeness(a: PagePrint, b: PagePrint): number {
  let different = 0;
  for (let at = 0; at < 16; at += 4) {
    let bits = parseInt(a.slice(at, at + 4), 16) ^ parseInt(b.slice(at, at + 4), 16);
    for (; bits !== 0; bits &= bits - 1) different += 1;
  }
  return 1 - different / 64;
}

/**
 * From here on two pictures are taken for the same paper. Six bits of 64: by chance two unlike pages agree so far once
 * in some hundred million pairs.
 */
export const nearlySame = 58 / 64;

/**
 * A page with less ink than this share of its places says nothing: the back of a sheet, a dividing page. A number at the
 * foot of a page of A4 is twice as much.
 */
export const blankInk = 0.00012;

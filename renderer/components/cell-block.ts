/** A rectangle of cells of a table: pure. Rows and columns count from 0, the columns those that stand. */
import { readTabText } from '#shared/domain/tab-text.ts';
import type { TextBlock } from '#shared/domain/tab-text.ts';

export type CellBlock = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

type Corner = { readonly row: number; readonly column: number };

/** The rectangle between two of its corners. */
export const blockBetween = (one: Corner, other: Corner): CellBlock => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const heightOf = ({ top, bottom }: CellBlock): number => bottom - top + 1;
export const widthOf = ({ left, right }: CellBlock): number => right - left + 1;
export const isOneCell = (block: CellBlock): boolean => heightOf(block) === 1 && widthOf(block) === 1;

/** The same texts in every row and column of a block of that size. */
const tiled = (texts: TextBlock, height: number, width: number): TextBlock =>
  Array.from({ length: height }, (_, row) => {
    const from = texts[row % texts.length] ?? [];
    return Array.from({ length: width }, (__, column) => from[column % from.length] ?? '');
  });

/** What a paste of a text from the clipboard writes; nothing where it holds none, as with a picture. */
export const pastedText = (block: CellBlock, text: string): TextBlock | undefined =>
  text === '' ? undefined : pastedInto(block, readTabText(text));

/**
 * What a paste writes, from the upper left cell of the block on: the texts as they are, or as often as they fit into a
 * block that is a whole number of times as large.
 */
export function pastedInto(block: CellBlock, texts: TextBlock): TextBlock {
  const [height, width] = [heightOf(block), widthOf(block)];
  const columns = texts[0]?.length ?? 0;
  const isEven = texts.every((row) => row.length === columns);
  const fits = isEven && columns > 0 && height % texts.length === 0 && width % columns === 0;
  return fits ? tiled(texts, height, width) : texts;
}

/** Nothing in every cell of the block. */
export const emptied = (block: CellBlock): TextBlock => tiled([['']], heightOf(block), widthOf(block));

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockBetween,
  emptied,
  heightOf,
  isOneCell,
  pastedInto,
  pastedText,
  widthOf,
} from '#renderer/components/cell-block.ts';

const block = (height: number, width: number) =>
  blockBetween({ row: 2, column: 1 }, { row: 1 + height, column: width });

describe('a block of cells', () => {
  it('lies between two corners, whichever comes first', () => {
    const corner = fc.record({ row: fc.nat({ max: 50 }), column: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(corner, corner, (one, other) => {
        const found = blockBetween(one, other);
        expect(found).toEqual(blockBetween(other, one));
        expect(heightOf(found)).toBe(Math.abs(one.row - other.row) + 1);
        expect(widthOf(found)).toBe(Math.abs(one.column - other.column) + 1);
        expect(isOneCell(found)).toBe(one.row === other.row && one.column === other.column);
      }),
    );
  });

  it('takes one value in all of its cells, and a smaller block as often as it fits', () => {
    expect(pastedInto(block(2, 2), [['甲']])).toEqual([
      ['甲', '甲'],
      ['甲', '甲'],
    ]);
    expect(pastedInto(block(4, 1), [['甲'], ['乙']])).toEqual([['甲'], ['乙'], ['甲'], ['乙']]);
  });

  it('takes nothing from a clipboard without text, and an empty cell from a line without one', () => {
    expect(pastedText(block(2, 2), '')).toBeUndefined();
    expect(pastedText(block(1, 2), '\r\n')).toEqual([['', '']]);
    expect(pastedText(block(1, 2), '甲\t乙')).toEqual([['甲', '乙']]);
  });

  it('leaves what does not fit as it is, larger or not', () => {
    expect(pastedInto(block(3, 1), [['甲'], ['乙']])).toEqual([['甲'], ['乙']]);
    expect(
      pastedInto(block(1, 1), [
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
    ).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
    expect(pastedInto(block(2, 2), [['甲', '乙'], ['丙']])).toEqual([['甲', '乙'], ['丙']]);
  });

  it('is emptied', () => {
    expect(emptied(block(1, 2))).toEqual([['', '']]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allRows,
  chosenCount,
  isChosen,
  keptNext,
  noRows,
  shareOf,
  withAllToggled,
  withoutRows,
  withRows,
  withToggled,
} from '#renderer/components/chosen-rows.ts';
import type { ChosenRows } from '#renderer/components/chosen-rows.ts';

const list = ['a', 'b', 'c', 'd', 'e'];
const some = fc.subarray(list);
const chosen: fc.Arbitrary<ChosenRows> = fc.oneof(
  some.map((ids): ChosenRows => ({ kind: 'some', ids: new Set(ids) })),
  some.map((except): ChosenRows => ({ kind: 'all', except: new Set(except) })),
);
const idsOf = (rows: ChosenRows): string[] => list.filter((id) => isChosen(rows, id));

describe('chosen rows', () => {
  it('grow by one answer after the other, and "all" not by those of another filter', () => {
    const first = keptNext({ filterKey: 'x', chosen: noRows }, 'x', (now) => withAllToggled(now, ['a', 'b']));
    const second = keptNext(first, 'x', (now) => withAllToggled(now, ['c']));
    expect(idsOf(second.chosen)).toEqual(['a', 'b', 'c']);
    const whole = keptNext(second, 'x', allRows);
    expect(idsOf(keptNext(whole, 'y', (now) => withAllToggled(now, ['d'])).chosen)).toEqual(['d']);
  });

  it('are none, all, and all but some', () => {
    expect(idsOf(noRows)).toEqual([]);
    expect(idsOf(allRows)).toEqual(list);
    expect(idsOf(withToggled(allRows, 'b'))).toEqual(['a', 'c', 'd', 'e']);
    expect(chosenCount(withToggled(allRows, 'b'), 9993)).toBe(9992);
  });

  it('are sets, whether they are named or excepted', () => {
    fc.assert(
      fc.property(chosen, some, fc.constantFrom(...list), (rows, ids, id) => {
        const before = idsOf(rows);
        expect(chosenCount(rows, list.length)).toBe(before.length);
        expect(idsOf(withRows(rows, ids))).toEqual(list.filter((e) => before.includes(e) || ids.includes(e)));
        expect(idsOf(withoutRows(rows, ids))).toEqual(before.filter((e) => !ids.includes(e)));
        expect(idsOf(withToggled(withToggled(rows, id), id))).toEqual(before);
        expect(isChosen(withToggled(rows, id), id)).toBe(!isChosen(rows, id));
      }),
    );
  });

  it('of a group are all or none after a toggle, and all others as they were', () => {
    fc.assert(
      fc.property(chosen, fc.subarray(list, { minLength: 1 }), (rows, group) => {
        const count = (of: ChosenRows): number => group.filter((id) => isChosen(of, id)).length;
        const toggled = withAllToggled(rows, group);
        const before = shareOf(group.length, count(rows));
        expect(shareOf(group.length, count(toggled))).toBe(before === 'all' ? 'none' : 'all');
        const others = (of: ChosenRows): string[] => idsOf(of).filter((id) => !group.includes(id));
        expect(others(toggled)).toEqual(others(rows));
        expect(toggled.kind).toBe(rows.kind);
      }),
    );
  });
});

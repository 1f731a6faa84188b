import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLayout, minColumnWidth } from '#shared/contract/column-layout.ts';
import type { ColumnLayout } from '#shared/contract/column-layout.ts';
import {
  heldBefore,
  inOrder,
  isOwnLayout,
  laidOut,
  ownLayout,
  tracksOf,
  withMoved,
  withStep,
  withToggled,
  withWidth,
} from '#renderer/components/column-layout.ts';
import type { Column } from '#renderer/components/table-column.ts';

const column = (id: string, more: Partial<Column<never>> = {}): Column<never> => ({
  id,
  title: id,
  width: '80px',
  render: () => null,
  ...more,
});
const name = column('name', { width: 'minmax(180px, 3fr)', always: true });
const code = column('code', { wideOnly: true });
const count = column('count', { roomyOnly: true });
const next = column('next', { width: 'minmax(116px, 1fr)' });
const fee = column('fee');
const columns = [name, code, count, next, fee];
const ample = { narrow: false, roomy: true };
const small = { narrow: true, roomy: false };
const ids = (shown: readonly Column<never>[]): string[] => shown.map(({ id }) => id);
const ordered = (...order: string[]): ColumnLayout => ({ ...ownLayout, order });

describe('the order of columns', () => {
  it('passes over what the table no longer has and what is said twice', () => {
    expect(ids(inOrder(columns, ordered('fee', 'gone', 'name', 'fee', 'code', 'count', 'next')))).toEqual([
      'fee',
      'name',
      'code',
      'count',
      'next',
    ]);
  });

  it('puts a new column after the one that it follows in the table, a new first one first', () => {
    expect(ids(inOrder(columns, ordered('fee', 'code', 'name')))).toEqual([
      'fee',
      'code',
      'count',
      'next',
      'name',
    ]);
    expect(ids(inOrder(columns, ordered('next', 'fee', 'code')))[0]).toBe('name');
  });

  it('holds every column once, those that are known in the order that was stored', () => {
    const order = fc.array(fc.constantFrom('name', 'code', 'count', 'next', 'fee', 'gone', 'other'));
    fc.assert(
      fc.property(order, (stored) => {
        const all = ids(inOrder(columns, ordered(...stored)));
        expect(all.toSorted()).toEqual(ids(columns).toSorted());
        const known = [...new Set<string>(stored)].filter((id) => all.includes(id));
        expect(all.filter((id) => known.includes(id))).toEqual(known);
      }),
    );
  });

  it('changes by a move before or after another column and keeps nothing once it is the own one again', () => {
    const moved = withMoved(columns, ownLayout, 'fee', { beside: 'code', after: false });
    expect(ids(inOrder(columns, moved))).toEqual(['name', 'fee', 'code', 'count', 'next']);
    const after = withMoved(columns, moved, 'name', { beside: 'fee', after: true });
    expect(ids(inOrder(columns, after)).slice(0, 2)).toEqual(['fee', 'name']);
    const back = withMoved(columns, moved, 'fee', { beside: 'next', after: true });
    expect(isOwnLayout(back)).toBe(true);
    expect(withMoved(columns, moved, 'fee', { beside: 'gone', after: true })).toBe(moved);
    expect(withMoved(columns, moved, 'gone', { beside: 'fee', after: true })).toBe(moved);
  });

  it('is as before after a step and a step back, and stays at the ends', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids(columns), { minLength: 5 }), fc.nat({ max: 4 }), (order, at) => {
        const layout = ordered(...order);
        const id = order[at] ?? '';
        const there = withStep(columns, layout, id, 1);
        expect(ids(inOrder(columns, there)).indexOf(id)).toBe(Math.min(at + 1, 4));
        const back = at === 4 ? there : withStep(columns, there, id, -1);
        expect(ids(inOrder(columns, back))).toEqual(order);
      }),
    );
    expect(withStep(columns, ownLayout, 'name', -1)).toBe(ownLayout);
  });
});

describe('which columns stand', () => {
  it('is decided by the room, unless somebody ticked or cleared one', () => {
    expect(ids(laidOut(columns, ownLayout, ample))).toEqual(ids(columns));
    expect(ids(laidOut(columns, ownLayout, small))).toEqual(['name', 'next', 'fee']);
    const ticked = withToggled(ownLayout, code, small);
    expect(ids(laidOut(columns, ticked, small))).toEqual(['name', 'code', 'next', 'fee']);
    const cleared = withToggled(ticked, fee, small);
    expect(ids(laidOut(columns, cleared, ample))).toEqual(['name', 'code', 'count', 'next']);
    expect(ids(laidOut(columns, withToggled(cleared, fee, ample), ample))).toContain('fee');
  });

  it('never leaves out the name', () => {
    expect(withToggled(ownLayout, name, ample)).toBe(ownLayout);
    const stored = { ...ownLayout, shown: { name: false } };
    expect(ids(laidOut(columns, stored, ample))).toContain('name');
  });
});

describe('widths', () => {
  it('are whole px, no narrower than a column may be, and can be given back', () => {
    const wide = withWidth(ownLayout, 'fee', 120.4);
    expect(tracksOf([name, fee], wide)).toEqual([name.width, '120px']);
    expect(withWidth(wide, 'fee', 3).widths).toEqual({ fee: minColumnWidth });
    expect(isOwnLayout(withWidth(wide, 'fee', null))).toBe(true);
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (width) => {
        expect(columnLayout.safeParse(withWidth(ownLayout, 'fee', width)).success).toBe(true);
      }),
    );
  });

  it('of the columns before a pulled edge are held where they share the room', () => {
    const measured = { name: 300, code: 80, next: 140.6, fee: 80 };
    expect(heldBefore([name, code, next, fee], ownLayout, 'fee', measured).widths).toEqual({
      name: 300,
      next: 141,
    });
    expect(heldBefore([name, code, next, fee], ownLayout, 'name', measured)).toBe(ownLayout);
    const set = withWidth(ownLayout, 'name', 200);
    expect(heldBefore([name, code, next, fee], set, 'code', measured)).toBe(set);
  });
});

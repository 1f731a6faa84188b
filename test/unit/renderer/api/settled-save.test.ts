import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StaleField } from '#shared/contract/errors.ts';
import type { Choices, Side } from '#renderer/api/conflicts.tsx';
import { settledSave } from '#renderer/api/settled-save.ts';
import { refuseStale } from '#backend/stale-save.ts';

type Fields = Readonly<Record<string, string | number | null>>;

const value = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }), fc.constant(null));
const record = fc.record({ name: value, remark: value, fee: value });
const sides = fc.record({
  ...{ name: fc.constantFrom<Side>('mine', 'theirs'), remark: fc.constantFrom<Side>('mine', 'theirs') },
  fee: fc.constantFrom<Side>('mine', 'theirs'),
});

function staleFields(stored: Fields, base: Fields, changes: Fields): readonly StaleField[] {
  try {
    refuseStale(stored, base, changes);
    return [];
  } catch (error) {
    return (error as { data: { fields: StaleField[] } }).data.fields;
  }
}

it('what is saved after the choice is exactly what was chosen, and is not stale', () => {
  fc.assert(
    fc.property(
      record,
      record,
      record,
      sides,
      (stored: Fields, base: Fields, changes: Fields, all: Choices) => {
        const stale = staleFields(stored, base, changes);
        const settled = settledSave({ base, changes }, stale, all);
        expect(staleFields(stored, settled.base as Fields, settled.changes as Fields)).toEqual([]);
        const after = { ...stored, ...settled.changes };
        for (const field of Object.keys(changes)) {
          const isStale = stale.some((each) => each.field === field);
          expect(after[field]).toBe(isStale && all[field] === 'theirs' ? stored[field] : changes[field]);
        }
      },
    ),
  );
});

it('the day of an end and its moment have one choice', () => {
  const stale = [
    { field: 'certifiedUntilOn', expected: 'a', found: 'b' },
    { field: 'certifiedUntilAtMs', expected: 1, found: 2 },
  ];
  const save = {
    base: { certifiedUntilOn: 'a', certifiedUntilAtMs: 1 },
    changes: { certifiedUntilOn: 'c', certifiedUntilAtMs: 3 },
  };
  expect(settledSave(save, stale, { certifiedUntilOn: 'theirs' }).changes).toEqual({});
  expect(settledSave(save, stale, { certifiedUntilOn: 'mine' }).changes).toEqual(save.changes);
  const momentAlone = stale.slice(1);
  expect(settledSave(save, momentAlone, { certifiedUntilAtMs: 'theirs' }).changes).toEqual({
    certifiedUntilOn: 'c',
  });
});

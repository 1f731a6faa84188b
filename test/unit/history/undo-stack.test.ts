import { describe, expect, it } from 'vitest';
import { sizeAfter } from '#backend/history/part-size.ts';
import { takenBack, undoStackOf } from '#backend/history/undo-stack.ts';

const change = (
  id: string,
  seq: number,
  undoes: readonly [string, number] | null = null,
  action = 'test',
) => ({
  ...{ id, action, seq, at_ms: seq },
  undoes_change_id: undoes === null ? null : undoes[0],
  depth: undoes === null ? 0 : undoes[1],
  root_id: id,
});
const idsOf = (changes: Parameters<typeof undoStackOf>[0]) => {
  const { undo, redo } = undoStackOf(changes);
  return { undo: undo.map(({ id }) => id), redo: redo.map(({ id }) => id) };
};

describe('a change that was taken back before its end', () => {
  it('is as if it had never been, nor does it empty what can be done again', () => {
    const first = [change('a', 1), change('b', 2), change('undo b', 3, ['b', 1])];
    const cut = [change('bulk', 4), change('back', 5, ['bulk', 1], takenBack)];
    expect(idsOf([...first, ...cut])).toEqual({ undo: ['a'], redo: ['undo b'] });
  });

  it('leaves a change standing whose undo it was, and an undo whose redo it was', () => {
    const undone = [change('a', 1), change('undo a', 2, ['a', 1])];
    const back = change('back', 3, ['undo a', 2], takenBack);
    expect(idsOf([...undone, back])).toEqual({ undo: ['a'], redo: [] });
    const redone = [
      ...undone,
      change('redo a', 3, ['undo a', 2]),
      change('back', 4, ['redo a', 3], takenBack),
    ];
    expect(idsOf(redone)).toEqual({ undo: [], redo: ['undo a'] });
  });
});

describe('what could have been done again', () => {
  const emptiedBy = (changes: Parameters<typeof undoStackOf>[0]) => undoStackOf(changes).redoEndedBy?.id;
  const undone = [change('a', 1), change('undo a', 2, ['a', 1])];

  it('is ended by the first change after the undo, and by none where there was nothing', () => {
    expect(emptiedBy([change('a', 1), change('b', 2)])).toBeUndefined();
    expect(emptiedBy(undone)).toBeUndefined();
    expect(emptiedBy([...undone, change('c', 3), change('d', 4)])).toBe('c');
  });

  it('is another thing once something is undone or done again since', () => {
    const since = [...undone, change('c', 3), change('undo c', 4, ['c', 1])];
    expect(emptiedBy(since)).toBeUndefined();
    expect(emptiedBy([...since, change('redo c', 5, ['undo c', 2])])).toBeUndefined();
    expect(emptiedBy([...since, change('d', 5)])).toBe('d');
  });

  it('is not ended by a change that was taken back before its end', () => {
    const cut = [change('bulk', 3), change('back', 4, ['bulk', 1], takenBack)];
    expect(emptiedBy([...undone, ...cut])).toBeUndefined();
    expect(emptiedBy([...undone, ...cut, change('c', 5)])).toBe('c');
  });
});

describe('the size of the next part', () => {
  it('grows to what the time allows, at most twofold, and is never nothing', () => {
    expect(sizeAfter(8, 1)).toBe(16);
    expect(sizeAfter(100, 80)).toBe(50);
    expect(sizeAfter(2, 5000)).toBe(1);
    expect(sizeAfter(8, 0)).toBe(16);
  });

  it('shrinks by half at most, since one slow part is not what the rows cost', () => {
    expect(sizeAfter(100, 400)).toBe(50);
    expect(sizeAfter(1, 400)).toBe(1);
  });
});

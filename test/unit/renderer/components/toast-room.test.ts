import { describe, expect, it } from 'vitest';
import { atOnce, givingWay } from '#renderer/components/toast-room.ts';
import type { ToldToast } from '#renderer/components/toast-room.ts';

const toast = (id: string, kind: ToldToast['kind'] = 'result', offersUndo = false) => ({
  ...{ id, kind, offersUndo },
});

/** What stands after messages came one after another, faster than any goes by itself. */
function standing(all: readonly ToldToast[]): string[] {
  const left: ToldToast[] = [];
  for (const next of all) {
    const gone = givingWay(left, next);
    left.splice(0, left.length, ...left.filter(({ id }) => !gone.includes(id)), next);
  }
  return left.map(({ id }) => id);
}

describe('messages about what was done', () => {
  it('offer to undo the latest change alone', () => {
    const changes = ['a', 'b', 'c', 'd'].map((id) => toast(id, 'result', true));
    expect(standing(changes)).toEqual(['d']);
    expect(standing([...changes, toast('undone'), toast('e', 'result', true)])).toEqual(['undone', 'e']);
  });

  it(`are ${atOnce} at most, the oldest result gives way first`, () => {
    expect(standing(['a', 'b', 'c', 'd', 'e'].map((id) => toast(id)))).toEqual(['c', 'd', 'e']);
    expect(standing([toast('long', 'long'), toast('a'), toast('b'), toast('c')])).toEqual(['long', 'b', 'c']);
  });

  it('never push away what runs or waits for an answer', () => {
    const kept = ['k1', 'k2', 'k3', 'k4'].map((id) => toast(id, 'kept', true));
    expect(standing([...kept, toast('a', 'result', true), toast('b', 'result', true)])).toEqual([
      ...['k1', 'k2', 'k3', 'k4', 'b'],
    ]);
    expect(standing([toast('a'), toast('b'), toast('c'), toast('k', 'kept')])).toEqual(['b', 'c', 'k']);
  });
});

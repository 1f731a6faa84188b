import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeptDraft } from '../../../../renderer/api/kept-draft.ts';

/** A form over a disk that holds `stored`; text that begins with ! is none that the form can take. */
function form(stored: string | null) {
  let disk = stored;
  let typed: string | null = null;
  const kept = createKeptDraft({
    keep: (next) => (disk = next),
    restore: (draft) => (typed = draft),
    isSound: (draft) => !draft.startsWith('!'),
  });
  return {
    disk: () => disk,
    typed: () => typed,
    type: (text: string | null) => (typed = text),
    arrive: () => kept.arrive(stored, typed),
    settle: () => kept.settle(typed),
    leave: () => kept.leave(typed),
    /** As forms that stay do: what they hold goes first, and the draft of it after; an empty one can't be saved. */
    save: () => {
      if (typed === null) return;
      const before = typed;
      typed = null;
      kept.forget(before);
    },
    /** As dialogs do: they are saved or given up and go away with what they hold. */
    close: () => {
      const before = typed;
      kept.forget(before);
      kept.leave(before);
    },
  };
}

test('a draft comes back into an empty form and goes when it is saved', () => {
  const { arrive, typed, save, settle, disk } = form('早先的');
  arrive();
  expect(typed()).toBe('早先的');
  settle();
  expect(disk()).toBe('早先的');
  save();
  settle();
  expect(disk()).toBeNull();
});

test('who types before the disk was read loses neither: the draft comes when what was typed is saved', () => {
  const opened = form('早先的');
  opened.type('新的');
  opened.settle();
  expect(opened.disk()).toBe('早先的');
  opened.arrive();
  expect(opened.typed()).toBe('新的');
  expect(opened.disk()).toBe('新的');
  opened.save();
  expect(opened.typed()).toBe('早先的');
  expect(opened.disk()).toBe('早先的');
});

test('a dialog that was typed into before the disk was read, and saved, leaves the older draft', () => {
  const opened = form('早先的');
  opened.type('新的');
  opened.arrive();
  opened.settle();
  opened.close();
  expect(opened.disk()).toBe('早先的');
});

test('what was saved before the disk was read does not take the draft with it', () => {
  const opened = form('早先的');
  opened.type('新的');
  opened.save();
  opened.arrive();
  expect(opened.typed()).toBe('早先的');
});

test('a form that is left before the disk was read leaves it alone, unless something was typed', () => {
  const empty = form('早先的');
  empty.leave();
  expect(empty.disk()).toBe('早先的');
  const typing = form('早先的');
  typing.type('新的');
  typing.leave();
  expect(typing.disk()).toBe('新的');
});

test('what can’t be taken is not put into the form, and what was emptied by hand is no draft', () => {
  const broken = form('!');
  broken.arrive();
  expect(broken.typed()).toBeNull();
  const opened = form(null);
  opened.arrive();
  opened.type('字');
  opened.settle();
  opened.type(null);
  opened.settle();
  expect(opened.disk()).toBeNull();
});

test('a draft that the form can’t take is left alone until something is typed', () => {
  const looked = form('!');
  looked.arrive();
  looked.settle();
  looked.leave();
  expect(looked.disk()).toBe('!');
  const closed = form('!');
  closed.arrive();
  closed.settle();
  closed.close();
  expect(closed.disk()).toBe('!');
  const typing = form('!');
  typing.arrive();
  typing.type('字');
  typing.settle();
  expect(typing.disk()).toBe('字');
  typing.save();
  expect(typing.disk()).toBeNull();
});

const steps = fc.array(fc.constantFrom('type', 'empty', 'save', 'settle', 'arrive'), { maxLength: 12 });

/** A form after these steps, and what is known of it then. */
function formAfter(
  stored: string | null,
  taken: readonly ('type' | 'empty' | 'save' | 'settle' | 'arrive')[],
) {
  const opened = form(stored);
  let isShown = false;
  for (const [index, step] of taken.entries()) {
    if (step === 'type') opened.type(`text ${index}`);
    else if (step === 'empty') opened.type(null);
    else opened[step]();
    isShown ||= opened.typed() === stored;
  }
  return { opened, isShown, isRead: taken.includes('arrive') };
}

test('in whatever order it goes, the disk holds what is typed when nobody has pressed a key for a while', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, 'old'), steps, (stored, taken) => {
      const { opened } = formAfter(stored, taken);
      opened.arrive();
      opened.settle();
      expect(opened.disk()).toBe(opened.typed());
    }),
  );
});

test('in whatever order it goes, who leaves keeps what is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, 'old'), steps, (stored, taken) => {
      const { opened, isRead } = formAfter(stored, taken);
      opened.leave();
      expect(opened.disk()).toBe(opened.typed() ?? (isRead ? null : stored));
    }),
  );
});

test('in whatever order it goes, who saves or cancels keeps only a draft that was never shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, 'old'), steps, (stored, taken) => {
      const { opened, isShown } = formAfter(stored, taken);
      opened.close();
      expect(opened.disk()).toBe(isShown ? null : stored);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { createCompositionGuard } from '#renderer/components/composing.ts';

const enter = { key: 'Enter', isComposing: false, keyCode: 13 };

function guardedField() {
  const field = new EventTarget();
  const guard = createCompositionGuard(field);
  return {
    isComposing: guard.isComposing,
    fire: (name: string): boolean => field.dispatchEvent(new Event(name)),
  };
}

describe('the guard against input methods', () => {
  it('lets an ordinary Enter through', () => {
    expect(guardedField().isComposing(enter)).toBe(false);
  });

  it('keeps the Enter that picks a candidate: keydown before compositionend, as Chromium sends it', () => {
    const { fire, isComposing } = guardedField();
    fire('compositionstart');
    expect(isComposing({ isComposing: true, keyCode: 229 })).toBe(true);
    fire('compositionend');
    expect(isComposing(enter)).toBe(false);
  });

  it('keeps the Enter that ends a composition: compositionend before keydown, as WebKit sends it', () => {
    const { fire, isComposing } = guardedField();
    fire('compositionstart');
    fire('compositionend');
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing(enter)).toBe(false);
  });

  it('keeps a key that carries no sign of its own while a composition is open', () => {
    const { fire, isComposing } = guardedField();
    fire('compositionstart');
    expect(isComposing(enter)).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 27 })).toBe(true);
  });

  it('reads the event inside the one that React hands on', () => {
    const { isComposing } = guardedField();
    expect(isComposing({ nativeEvent: { isComposing: true, keyCode: 13 } })).toBe(true);
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false);
  });

  it('opens again when the field is left in the middle of a composition', () => {
    const { fire, isComposing } = guardedField();
    fire('compositionstart');
    fire('focusout');
    expect(isComposing(enter)).toBe(false);
  });

  it('serves one composition after the other', () => {
    const { fire, isComposing } = guardedField();
    for (let round = 0; round < 3; round += 1) {
      fire('compositionstart');
      expect(isComposing(enter)).toBe(true);
      fire('compositionend');
      expect(isComposing(enter)).toBe(false);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { belongsToText, keyOf } from '#renderer/components/key-bindings.ts';
import { keyLabel } from '#renderer/components/key-label.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keyOf', () => {
  it('names keys with what is held', () => {
    expect(keyOf(press('Enter'))).toBe('enter');
    expect(keyOf(press(' '))).toBe('space');
    expect(keyOf(press('K', { ctrlKey: true }))).toBe('mod+k');
    expect(keyOf(press('ArrowDown', { shiftKey: true }))).toBe('shift+arrowdown');
    expect(keyOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+z');
  });

  it('does not say shift for signs that need it on some keyboards and not on others', () => {
    expect(keyOf(press('?', { shiftKey: true }))).toBe('?');
    expect(keyOf(press('#', { shiftKey: true }))).toBe('#');
  });
});

describe('belongsToText', () => {
  it('leaves letters, arrows and the keys of editing to a field', () => {
    for (const key of ['a', '?', 'enter', 'arrowup', 'mod+z', 'mod+a']) expect(belongsToText(key)).toBe(true);
    for (const key of ['mod+k', 'mod+enter', 'alt+arrowdown', 'f2']) expect(belongsToText(key)).toBe(false);
  });
});

describe('keyLabel', () => {
  it('writes keys as they stand on the keyboard', () => {
    expect(keyLabel('mod+k', false)).toBe('Ctrl K');
    expect(keyLabel('mod+k', true)).toBe('⌘ K');
    expect(keyLabel('alt+arrowdown', false)).toBe('Alt ↓');
    expect(keyLabel('escape', false)).toBe('Esc');
    expect(keyLabel('a', false)).toBe('A');
  });
});

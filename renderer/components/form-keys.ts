/** What Enter does in a form. A drop-down has its own use for it: the Enter that picks an option saves nothing. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isComposing } from './composing.ts';
import { keyOf } from './key-bindings.ts';

/** Of a field with suggestions that takes any text: Enter on none of them is Enter in a line. */
export const freeText = { 'data-free-text': true } as const;

interface FormKeys {
  readonly canSave: boolean;
  readonly save: () => void;
}

/** Enter on a closed drop-down saves as it does in a line, and opens it where there is nothing to save; Ctrl+Enter saves anywhere. */
export function useFormKeys({ canSave, save }: FormKeys) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  return {
    /** Before the drop-down has the key. */
    onKeyDownCapture: (event: KeyboardEvent): void => {
      if (keyOf(event) !== 'enter' || isComposing(event)) return;
      const marked = markedOption(event.target);
      if (marked === null && !(canSave && isClosedChoice(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
      if (marked === null) save();
      else marked.click();
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      if (isComposing(event)) event.preventDefault();
      else if (keyOf(event) === 'mod+enter') {
        event.preventDefault();
        if (event.repeat) return;
        // What the drop-down has just taken is saved too, which the form knows only when it was drawn anew.
        if (isOpenChoice(event.target)) setTimeout(() => latest.current());
        else save();
      } else if (isOpenChoice(event.target)) event.preventDefault();
    },
  };
}

/** The first field with what can't be right, that was not found so; none where there is nothing of the kind. */
const faultyField = (form: HTMLElement | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]:not([data-as-found])') ?? null;

/** Whether the form holds such a field, which has the focus then. */
export function leadToFault(form: HTMLElement | null): boolean {
  const faulty = faultyField(form);
  faulty?.focus();
  return faulty !== null;
}

const isChoice = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.getAttribute('aria-haspopup') === 'listbox';

/** Mantine marks fields with an open drop-down so. */
const isOpen = (field: HTMLInputElement): boolean => field.dataset.expanded !== undefined;

const isClosedChoice = (target: EventTarget): boolean =>
  isChoice(target) && target.readOnly && !isOpen(target);

const isOpenChoice = (target: EventTarget): target is HTMLInputElement =>
  isChoice(target) && target.dataset.freeText === undefined && isOpen(target);

/**
 * The option that Enter takes is the one that is marked: the drop-down itself forgets it where a word comes at once, as from
 * an input method, for it looks once more for the option in use when it has opened.
 */
const markedOption = (target: EventTarget): HTMLElement | null =>
  isOpenChoice(target)
    ? (document
        .getElementById(target.getAttribute('aria-controls') ?? '')
        ?.querySelector<HTMLElement>('[data-combobox-selected]') ?? null)
    : null;

/** A text that is searched for, and what was found below it, to be chosen from. */
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { isComposing } from './composing.ts';
import { TextField } from './field.tsx';
import { Keys } from './kbd-hints.tsx';
import { keyOf } from './key-bindings.ts';
import styles from './hit-field.module.css';

export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

interface HitFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hits: readonly Hit[];
  /** It was looked for, and nothing was found; not while it is still being looked for. */
  readonly isNothingFound: boolean;
  readonly chosenId: string | undefined;
  /** Enter in the field goes on to the form; until then it takes the first hit. */
  readonly isSettled: boolean;
  readonly onChoose: (hit: Hit) => void;
}

/** Enter takes the first hit, or the one that the arrows lead to; the next field has the focus then. */
export function HitField(props: HitFieldProps) {
  const { label, text, onText, hits, isNothingFound, chosenId, isSettled, onChoose } = props;
  const t = useT();
  const part = useRef<HTMLDivElement>(null);
  const choose = (hit: Hit): void => {
    onChoose(hit);
    // The button that accepts it can be pressed once the form knows of the choice.
    setTimeout(() => fieldAfter(part.current)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = hits;
    const keys = keyOf(event);
    const step = steps[keys];
    if (isComposing(event) || first === undefined) return;
    if (step !== undefined) {
      event.preventDefault();
      focusBeside(part.current, step);
    } else if (keys === 'enter' && !isSettled && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      choose(first);
    }
  };
  return (
    <div ref={part} className={styles.part} onKeyDown={onKeyDown}>
      <TextField label={label} value={text} onChange={onText} data-autofocus autoComplete="off" />
      <ul className={styles.hits}>
        {hits.map((hit, index) => (
          <li key={hit.id}>
            <button type="button" aria-pressed={hit.id === chosenId} onClick={() => choose(hit)}>
              <span className={`${styles.title} cf-cut`} title={hit.title}>
                {hit.title}
              </span>
              <span className={`${styles.detail} cf-xs cf-ink-3 cf-cut`}>{hit.detail}</span>
              {index === 0 && !isSettled && <Keys of="enter" />}
            </button>
          </li>
        ))}
      </ul>
      <p className="cf-xs cf-ink-3" role="status" hidden={!isNothingFound}>
        {isNothingFound && t('components.hitField.none', { query: text.trim() })}
      </p>
    </div>
  );
}

const steps: Readonly<Partial<Record<string, 1 | -1>>> = { arrowdown: 1, arrowup: -1 };

/** From the field into the list of hits, up and down there, and back. */
function focusBeside(part: HTMLElement | null, step: 1 | -1): void {
  const places = [...(part?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const at = places.findIndex((place) => place === document.activeElement);
  places[at + step]?.focus();
}

/** The field of the dialog that follows, or where there is none the button that accepts it. */
function fieldAfter(part: HTMLElement | null): HTMLElement | undefined {
  const dialog = part?.closest('[role="dialog"]');
  const places = dialog?.querySelectorAll<HTMLElement>('input:not([type="hidden"]), textarea, footer button');
  return [...(places ?? [])].find((place) => part !== null && isAfter(part, place));
}

const isAfter = (part: HTMLElement, place: HTMLElement): boolean =>
  !part.contains(place) && (part.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

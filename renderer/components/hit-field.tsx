/** A text that is searched for, and what was found below it, to be chosen from. */
import { TextField } from './field.tsx';
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
  readonly chosenId: string | undefined;
  readonly onChoose: (hit: Hit) => void;
}

export function HitField({ label, text, onText, hits, chosenId, onChoose }: HitFieldProps) {
  return (
    <>
      <TextField label={label} value={text} onChange={onText} data-autofocus autoComplete="off" />
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" aria-pressed={hit.id === chosenId} onClick={() => onChoose(hit)}>
              <span className="cf-cut cf-grow">{hit.title}</span>
              <span className="cf-xs cf-ink-3 cf-cut">{hit.detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Kbd } from '@mantine/core';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { keyLabel } from './key-label.ts';
import styles from './kbd-hints.module.css';

/** One key or combination, such as `mod+k`. */
export function Keys({ of }: { readonly of: string }) {
  return <Kbd>{keyLabel(of)}</Kbd>;
}

export type KeyHint = { readonly keys: readonly string[]; readonly text: ReactNode };

/** The keys that are valid here, at the right of a status bar, a palette or the focused row; nowhere else. */
export const KbdHints = memo(function KbdHints({
  hints,
  lead,
}: {
  readonly hints: readonly KeyHint[];
  readonly lead?: ReactNode;
}) {
  return (
    <span className={styles.hints}>
      {lead}
      {hints.map((hint) => (
        <span key={hint.keys.join(' ')} className={styles.hint}>
          {hint.keys.map((key) => (
            <Keys key={key} of={key} />
          ))}
          {hint.text}
        </span>
      ))}
    </span>
  );
});

/** What an application has left: the clock's figure, its ruler, the attempts, the loss. */
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import styles from './clock-panel.module.css';

export function ClockPanel({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={label}>
      {children}
    </section>
  );
}

type ClockProps = {
  readonly title: string;
  /** The one big figure, such as 剩 11 天. */
  readonly figure: ReactNode;
  /** Small beside it, such as / 3. */
  readonly of?: ReactNode;
  readonly tone?: Tone;
  /** One line below. */
  readonly children?: ReactNode;
};

export function Clock({ title, figure, of, tone, children }: ClockProps) {
  return (
    <div className={styles.clock}>
      <h2>{title}</h2>
      <p className={styles.figure} data-tone={tone}>
        {figure}
        {of && <span className={styles.of}> {of}</span>}
      </p>
      <div className={styles.note}>{children}</div>
    </div>
  );
}

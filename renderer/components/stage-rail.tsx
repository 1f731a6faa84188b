/** The steps of an application: equal columns, one line of fact each. Past grey, present in its tone, future hollow. */
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import styles from './stage-rail.module.css';

export type RailStep = {
  readonly id: string;
  readonly label: string;
  readonly fact?: ReactNode;
  readonly state: 'done' | 'now' | 'next';
  /** The word for a step that takes longer than its time. */
  readonly late?: string;
};

type StageRailProps = {
  readonly steps: readonly RailStep[];
  readonly label: string;
  /** Tone of the present step: amber while something is asked of us or the client. */
  readonly tone?: Tone;
};

export function StageRail({ steps, label, tone = 'warning' }: StageRailProps) {
  return (
    <ol
      className={styles.rail}
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${steps.length}, 1fr)` }}
      data-tone={tone}
    >
      {steps.map((step) => (
        <li key={step.id} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <i className={styles.node}>{step.state === 'done' && <IconCheck size={10} stroke={3} />}</i>
          <b>{step.label}</b>
          <span className={styles.fact}>
            {step.fact} {step.late !== undefined && <span className={styles.late}>{step.late}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What belongs here, one primary way to begin, and the sample offer. */
import type { ReactNode } from 'react';
import type { Icon } from './icon.ts';
import styles from './empty-state.module.css';

export type EmptyWay = {
  readonly id: string;
  readonly Icon: Icon;
  readonly title: string;
  readonly note: ReactNode;
  /** A button; the first way's is the primary one. */
  readonly action: ReactNode;
};

export type SampleOffer = {
  readonly Icon: Icon;
  readonly title: string;
  /** What it contains and how it goes away. */
  readonly note: ReactNode;
  readonly action: ReactNode;
  /** Rows of three or four cells, seen only. */
  readonly preview?: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
};

type EmptyStateProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly ways?: readonly EmptyWay[];
  readonly sample?: SampleOffer;
};

export function EmptyState({ title, note, ways = [], sample }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <div className={styles.inside}>
        <h2>{title}</h2>
        {note && <p className="cf-ink-2">{note}</p>}
        {ways.length > 0 && (
          <ul className={styles.ways}>
            {ways.map(({ id, Icon, title: wayTitle, note: wayNote, action }) => (
              <li key={id}>
                <Icon size={20} stroke={1.5} aria-hidden />
                <div>
                  <h3>{wayTitle}</h3>
                  <p>{wayNote}</p>
                </div>
                {action}
              </li>
            ))}
          </ul>
        )}
        {sample && <Sample offer={sample} />}
      </div>
    </div>
  );
}

function Sample({ offer }: { readonly offer: SampleOffer }) {
  const { Icon, title, note, action, preview } = offer;
  return (
    <section className={styles.sample}>
      <div className="cf-grow">
        <h3>
          <Icon size={16} stroke={1.75} aria-hidden />
          {title}
        </h3>
        <p className="cf-ink-2">{note}</p>
        {action}
      </div>
      {preview && (
        <ul className={styles.preview} aria-hidden>
          {preview.map((row) => (
            <li key={row.id}>
              {row.cells.map((cell, index) => (
                <span key={index}>{cell}</span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One quiet line where a part of a page has nothing yet. */
export function EmptyLine({ children }: { readonly children: ReactNode }) {
  return <p className={styles.line}>{children}</p>;
}

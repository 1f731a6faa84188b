/** A checklist: satisfied items are one quiet line, the others get a second line with the reason and a target. */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Status } from './status.tsx';
import type { StatusKey } from './status.tsx';
import styles from './checklist-item.module.css';

/** States of an item; each is also a word of the status vocabulary. */
export type ItemState = Extract<
  StatusKey,
  'satisfied' | 'missing' | 'expired' | 'expiring' | 'to_confirm' | 'rejected' | 'not_needed'
>;

type ChecklistItemProps = Omit<ComponentPropsWithRef<'li'>, 'children'> & {
  readonly state: ItemState;
  /** The state's word with its number, if it has one. */
  readonly word?: ReactNode;
  readonly name: ReactNode;
  /** Why it is not satisfied, or what will do. */
  readonly reason?: ReactNode;
  /** `PaperChip`s. */
  readonly papers?: ReactNode;
  /** A `DropTarget`. */
  readonly target?: ReactNode;
  readonly current?: boolean;
  /** Below the row, in its full width: what is asked about a file that has just come. */
  readonly below?: ReactNode;
};

export function ChecklistItem(props: ChecklistItemProps) {
  const { state, word, name, reason, papers, target, current, below, ...others } = props;
  return (
    <li
      {...others}
      className={styles.item}
      data-tall={reason !== undefined || undefined}
      data-off={state === 'not_needed' || undefined}
      data-current={current === true || undefined}
    >
      <Status of={state}>{word}</Status>
      <span className={styles.name}>
        <span>{name}</span>
        {reason !== undefined && <span className="cf-xs cf-ink-2">{reason}</span>}
      </span>
      <span className={styles.end}>
        {papers}
        {target}
      </span>
      {below && <div className={styles.below}>{below}</div>}
    </li>
  );
}

type ChecklistGroupProps = {
  /** Left out where a bracket or its group's other lines follow. */
  readonly title?: ReactNode;
  /** Alternatives: one of the items will do, shown by a bracket. */
  readonly anyOf?: boolean;
  readonly children: ReactNode;
};

export function ChecklistGroup({ title, anyOf = false, children }: ChecklistGroupProps) {
  return (
    <section>
      {title !== undefined && <h3 className={styles.groupTitle}>{title}</h3>}
      <ul className={styles.group} data-any-of={anyOf || undefined}>
        {children}
      </ul>
    </section>
  );
}

import { IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { iconStroke } from './icon.ts';
import type { ShownGroup } from './table-groups.ts';
import styles from './data-table-group.module.css';

type HeadingProps = {
  /** Of the button. */
  readonly id: string;
  readonly group: ShownGroup;
  /** Position among rows and headings, from 0. */
  readonly item: number;
  /** Undefined: it stays under the head of the columns. */
  readonly top: number | undefined;
  readonly tall: boolean;
  readonly columnCount: number;
  readonly onFold: (key: string, isOpen: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Stands before the rows of a group: what they have in common, how many they are and what they come to. */
export function DataTableGroup(props: HeadingProps) {
  const { group, top } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.item + 2}
      className={styles.heading}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      data-stuck={top === undefined || undefined}
      data-tall={props.tall || undefined}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={props.columnCount} className={styles.cell}>
        <button
          id={props.id}
          type="button"
          className={`${styles.button} cf-focus-in`}
          aria-expanded={group.isOpen}
          onClick={() => props.onFold(group.key, !group.isOpen)}
          onKeyDown={props.onKeyDown}
        >
          <span className={styles.words}>
            <IconChevronRight className={styles.sign} size={14} stroke={iconStroke} aria-hidden />
            <b>{group.title}</b>
            <span className={styles.count}>{group.countWords}</span>
            {group.figures.map((figure) => (
              <span key={figure}>{figure}</span>
            ))}
          </span>
        </button>
      </div>
    </div>
  );
}

import { IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Share } from './chosen-rows.ts';
import { iconStroke } from './icon.ts';
import { RowCheck } from './row-check.tsx';
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
  /** How much of the group is chosen; undefined: groups cannot be chosen. */
  readonly selected: Share | undefined;
  /** How many of its rows are chosen. */
  readonly chosenCount: number;
  readonly onChoose: (key: string) => void;
  readonly onFold: (key: string, isOpen: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Stands before the rows of a group: what they have in common, how many they are and what they come to. */
export function DataTableGroup(props: HeadingProps) {
  const { group, top, selected, chosenCount } = props;
  const t = useT();
  const format = useFormat();
  const choose = (): void => props.onChoose(group.key);
  return (
    <div
      role="row"
      aria-rowindex={props.item + 2}
      className={styles.heading}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      data-stuck={top === undefined || undefined}
      data-tall={props.tall || undefined}
    >
      {selected !== undefined && (
        <span
          role="gridcell"
          aria-colindex={1}
          className={styles.check}
          onClick={({ target, currentTarget }) => {
            if (target === currentTarget) choose();
          }}
        >
          <RowCheck
            label={t('components.group.choose', { title: group.title, n: group.countWords })}
            checked={selected === 'all'}
            indeterminate={selected === 'some'}
            onToggle={choose}
          />
        </span>
      )}
      <div
        role="gridcell"
        aria-colindex={selected === undefined ? 1 : 2}
        aria-colspan={props.columnCount - (selected === undefined ? 0 : 1)}
        className={styles.cell}
      >
        <button
          id={props.id}
          type="button"
          className={`${styles.button} cf-focus-in`}
          aria-expanded={group.isOpen}
          {...(selected !== undefined && {
            'aria-keyshortcuts': 'Space',
            'aria-description': t('components.group.chosen', {
              n: format.count(chosenCount),
              total: group.countWords,
            }),
          })}
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

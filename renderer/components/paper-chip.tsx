import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconPhoto } from '@tabler/icons-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { iconStroke } from './icon.ts';
import styles from './paper-chip.module.css';

type PaperChipProps = Omit<ComponentPropsWithRef<'button'>, 'name' | 'onClick'> & {
  readonly name: string;
  /** What kind of paper it is, for those who do not see the line it stands on. */
  readonly what?: string;
  /** One fact about it, such as 至 2028-03-14 or 剩 19 天. */
  readonly fact?: ReactNode;
  readonly factTone?: 'warning' | 'danger';
  readonly kind?: 'picture' | 'file';
  /** What is wrong with its files, a line each. */
  readonly faults?: readonly string[];
  readonly onOpen?: () => void;
};

/** A paper that satisfies an item. */
export function PaperChip(props: PaperChipProps) {
  const { name, what, fact, factTone, kind = 'picture', faults = [], onOpen, ...others } = props;
  const title = [name, ...faults].join('\n');
  const PaperIcon = kind === 'picture' ? IconPhoto : IconFile;
  const inside = (
    <>
      <PaperIcon size={14} stroke={iconStroke} aria-hidden />
      {what !== undefined && <VisuallyHidden>{`${what} `}</VisuallyHidden>}
      <span className="cf-cut">{name}</span>{' '}
      {fact && (
        <span className={styles.fact} data-tone={factTone}>
          {fact}
        </span>
      )}
      {faults.length > 0 && (
        <>
          <IconAlertTriangle size={14} stroke={iconStroke} className={styles.fault} aria-hidden />
          <VisuallyHidden>{` ${faults.join(' ')}`}</VisuallyHidden>
        </>
      )}
    </>
  );
  if (!onOpen) {
    return (
      <span className={styles.chip} title={title}>
        {inside}
      </span>
    );
  }
  return (
    <button type="button" {...others} className={styles.chip} title={title} onClick={onOpen}>
      {inside}
    </button>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { IconFile, IconPhoto } from '@tabler/icons-react';
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
  readonly onOpen?: () => void;
};

/** A paper that satisfies an item. */
export function PaperChip(props: PaperChipProps) {
  const { name, what, fact, factTone, kind = 'picture', onOpen, ...others } = props;
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
    </>
  );
  if (!onOpen) {
    return (
      <span className={styles.chip} title={name}>
        {inside}
      </span>
    );
  }
  return (
    <button type="button" {...others} className={styles.chip} title={name} onClick={onOpen}>
      {inside}
    </button>
  );
}

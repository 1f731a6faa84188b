import { IconPlus, IconX } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import styles from './chip.module.css';

type ChipProps = {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  readonly onOpen?: () => void;
  readonly onRemove: () => void;
};

/** One condition of a view: field and operator faint, the value in ink. */
export function Chip({ field, operator, value, onOpen, onRemove }: ChipProps) {
  const t = useT();
  const words = (
    <>
      <span className="cf-ink-3">{field}</span> <span className="cf-ink-3">{operator}</span> <b>{value}</b>
    </>
  );
  return (
    <span className={styles.chip}>
      {onOpen ? (
        <button type="button" onClick={onOpen}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={t('components.chip.remove', { field })}
        onClick={onRemove}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}

/** Adds a condition. */
export function AddChip(props: ComponentPropsWithRef<'button'>) {
  const t = useT();
  return (
    <button type="button" {...props} className={`${styles.chip} ${styles.add}`}>
      <IconPlus size={14} stroke={iconStroke} aria-hidden />
      {t('components.chip.add')}
    </button>
  );
}

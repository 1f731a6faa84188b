import { useEffect, useRef } from 'react';
import styles from './row-check.module.css';

type RowCheckProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly indeterminate?: boolean;
  readonly onToggle: (event: { readonly shiftKey: boolean }) => void;
};

/** The check box of a table row: it looks like every other one, but a table draws fifty of them at a time. */
export function RowCheck({ label, checked, indeterminate = false, onToggle }: RowCheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <input
      ref={box}
      className={styles.check}
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      checked={checked}
      onChange={(event) => onToggle({ shiftKey: hasShift(event.nativeEvent) })}
    />
  );
}

const hasShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey;

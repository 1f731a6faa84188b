import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './check-line.module.css';

const icons = {
  success: IconCircleCheckFilled,
  warning: IconAlertTriangleFilled,
  danger: IconCircleXFilled,
  info: IconInfoCircle,
} as const;

/** What was found out about a value: 校验位正确, 末位应为 5. */
export type Check = { readonly tone: keyof typeof icons; readonly text: ReactNode };

/** One line with icon and words; only what is wrong is in colour. */
export function CheckLine({ check, id }: { readonly check: Check; readonly id?: string }) {
  const CheckIcon = icons[check.tone];
  return (
    <span className={styles.check} data-tone={check.tone} id={id}>
      <CheckIcon size={14} aria-hidden />
      <span>{check.text}</span>
    </span>
  );
}

/** The whole status vocabulary: one icon, one word, one tone. No other word for a state is made up elsewhere. */
import {
  IconAlertTriangleFilled,
  IconCalendarDue,
  IconCalendarX,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClock,
  IconEyeCheck,
  IconHelpHexagon,
  IconHourglassHigh,
  IconInfinity,
  IconInfoCircle,
  IconMinus,
  IconRefresh,
  IconReplace,
  IconRotate,
  IconSend,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import type { Icon } from './icon.ts';
import type { Tone } from './tone.ts';
import styles from './status.module.css';

type Sign = { readonly tone: Tone; readonly Icon: Icon };

export const statuses = {
  blocker: { tone: 'danger', Icon: IconCircleXFilled },
  warning: { tone: 'warning', Icon: IconAlertTriangleFilled },
  note: { tone: 'neutral', Icon: IconInfoCircle },
  satisfied: { tone: 'success', Icon: IconCircleCheckFilled },
  missing: { tone: 'neutral', Icon: IconCircleDashed },
  rejected: { tone: 'danger', Icon: IconCircleXFilled },
  to_confirm: { tone: 'warning', Icon: IconEyeCheck },
  not_needed: { tone: 'neutral', Icon: IconMinus },
  not_found: { tone: 'neutral', Icon: IconHelpHexagon },
  valid: { tone: 'success', Icon: IconCircleCheckFilled },
  renewable: { tone: 'info', Icon: IconRefresh },
  expiring: { tone: 'warning', Icon: IconHourglassHigh },
  expired: { tone: 'danger', Icon: IconCalendarX },
  replaced: { tone: 'neutral', Icon: IconReplace },
  no_expiry: { tone: 'neutral', Icon: IconInfinity },
  not_certified: { tone: 'neutral', Icon: IconCircleDashed },
  overdue: { tone: 'danger', Icon: IconCalendarDue },
  hours_left: { tone: 'danger', Icon: IconHourglassHigh },
  waiting_client: { tone: 'neutral', Icon: IconUserQuestion },
  waiting_platform: { tone: 'neutral', Icon: IconSend },
  sent_back: { tone: 'danger', Icon: IconRotate },
  in_review: { tone: 'info', Icon: IconClock },
} as const satisfies Record<string, Sign>;

export type StatusKey = keyof typeof statuses;

type StatusProps = {
  readonly of: StatusKey;
  /** The word with its number, such as 可年审 42 天; without it the plain word stands. */
  readonly children?: ReactNode;
  /** On a ground of its tone: once, in a page head; never in tables. */
  readonly tint?: boolean;
  readonly size?: number;
};

export function Status({ of, children, tint = false, size = 14 }: StatusProps) {
  const t = useT();
  const { tone, Icon } = statuses[of];
  return (
    <span className={styles.status} data-tone={tone} data-tint={tint || undefined}>
      <Icon size={size} stroke={iconStroke} aria-hidden />
      <span>{children ?? t(`status.word.${of}`)}</span>
    </span>
  );
}

/** The icon alone, where the word stands close by; its name is still there for a screen reader. */
export function StatusIcon({ of, size = 16 }: { readonly of: StatusKey; readonly size?: number }) {
  const t = useT();
  const { tone, Icon } = statuses[of];
  return (
    <span className={styles.icon} data-tone={tone} role="img" aria-label={t(`status.word.${of}`)}>
      <Icon size={size} stroke={iconStroke} aria-hidden />
    </span>
  );
}

import type { ReactNode } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Lane } from '#renderer/components/lane.tsx';
import type { LaneProps } from '#renderer/components/lane.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './lanes.module.css';

interface LaneRowProps {
  /** By which an address names it, such as `paper.ID`. */
  readonly place: string;
  /** The name as a button. */
  readonly children: ReactNode;
  readonly Icon: Icon;
  readonly sub: string;
  readonly until: CalendarDate | 'forever' | null;
  readonly status: ReactNode;
  readonly lane: LaneProps;
}

/** What is held and how long, with its years beside it. */
export function LaneRow({ place, children, Icon, sub, until, status, lane }: LaneRowProps) {
  return (
    <li className={styles.row} data-place={place}>
      <span className="cf-row">
        <span className="cf-ink-3">
          <Icon size={14} stroke={iconStroke} aria-hidden />
        </span>
        {children}
      </span>
      <span className="cf-xs cf-ink-2 cf-cut" title={sub}>
        {sub}
      </span>
      <span className={`${styles.until} ${until === null ? 'cf-ink-3' : 'cf-ink-2'}`}>
        {until === 'forever' ? '' : (until ?? '—')}
      </span>
      {status}
      <Lane {...lane} />
    </li>
  );
}

const signs = ['today', 'window', 'lapsed', 'plan'] as const;

/** What the signs of a lane mean. */
export function LaneLegend() {
  const t = useT();
  return (
    <span className={styles.legend} aria-hidden>
      {signs.map((sign) => (
        <span key={sign}>
          <i data-sign={sign} />
          {t(`client.lane.${sign}`)}
        </span>
      ))}
    </span>
  );
}

import {
  IconArrowLeft,
  IconArrowRight,
  IconHelpCircle,
  IconLayoutSidebar,
  IconLock,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from '../icon.ts';
import type { Icon } from '../icon.ts';
import { Keys } from '../kbd-hints.tsx';
import { Logo } from '../logo.tsx';
import styles from './top-bar.module.css';

export type TopBarProps = {
  readonly firm: string;
  /** Undefined: there is nowhere to go. */
  readonly onBack?: () => void;
  readonly onForward?: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly rail: boolean;
  readonly onToggleSideBar: () => void;
  /** Beside 仅存本机: a running job, for instance. */
  readonly end?: ReactNode;
};

/** The caption of the window: it is dragged by, so every control says that it is not. */
export function TopBar(props: TopBarProps) {
  const t = useT();
  return (
    <header className={styles.bar} data-rail={props.rail || undefined}>
      <div className={styles.brand}>
        <Logo />
        <b>{t('shell.product')}</b>
        <span className={`${styles.firm} cf-cut`}>{props.firm}</span>
      </div>
      <div className={styles.moves}>
        <BarButton
          Icon={IconLayoutSidebar}
          label={t(props.rail ? 'shell.expand' : 'shell.collapse')}
          onClick={props.onToggleSideBar}
        />
        <BarButton Icon={IconArrowLeft} label={t('shell.back')} onClick={props.onBack} />
        <BarButton Icon={IconArrowRight} label={t('shell.forward')} onClick={props.onForward} />
      </div>
      <button type="button" className={styles.search} onClick={props.onSearch}>
        <IconSearch size={14} stroke={iconStroke} aria-hidden />
        <span className="cf-cut cf-grow">{t('shell.search')}</span>
        <Keys of="mod+k" />
      </button>
      <div className={styles.end}>
        {props.end}
        <span className={styles.local}>
          <IconLock size={14} stroke={iconStroke} aria-hidden />
          {t('shell.localOnly')}
        </span>
        <BarButton Icon={IconHelpCircle} label={t('shell.help')} onClick={props.onHelp} />
      </div>
    </header>
  );
}

type BarButtonProps = { readonly Icon: Icon; readonly label: string; readonly onClick?: () => void };

function BarButton({ Icon, label, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      disabled={onClick === undefined}
      onClick={onClick}
    >
      <Icon size={16} stroke={iconStroke} aria-hidden />
    </button>
  );
}

/** The frame of every window: caption, side bar or rail, and the page. It knows no router: links are hrefs. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { useNarrow } from '../use-narrow.ts';
import { SideBar } from './side-bar.tsx';
import type { SideBarProps } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';
import type { TopBarProps } from './top-bar.tsx';
import styles from './app-shell.module.css';

type AppShellProps = Omit<TopBarProps, 'rail' | 'onToggleSideBar'> &
  Omit<SideBarProps, 'rail'> & {
    /** What the user chose; undefined follows the width of the window. */
    readonly rail?: boolean;
    readonly onRailChange: (rail: boolean) => void;
    readonly children: ReactNode;
  };

export function AppShell(props: AppShellProps) {
  const t = useT();
  const narrow = useNarrow();
  const rail = props.rail ?? narrow;
  return (
    <div className={styles.shell} data-rail={rail || undefined}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t('shell.skipToContent')}
      </a>
      <TopBar
        firm={props.firm}
        onBack={props.onBack}
        onForward={props.onForward}
        onSearch={props.onSearch}
        onHelp={props.onHelp}
        end={props.end}
        rail={rail}
        onToggleSideBar={() => props.onRailChange(!rail)}
      />
      <SideBar
        places={props.places}
        tray={props.tray}
        views={props.views}
        foot={props.foot}
        person={props.person}
        rail={rail}
      />
      <main id="main" className={styles.main} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

/** Moves the focus without touching the address, which belongs to the router. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Person } from '../person.tsx';
import type { NavEntry } from './nav-entry.ts';
import { NavItem } from './nav-item.tsx';
import styles from './side-bar.module.css';

export type NavViews = { readonly title: string; readonly entries: readonly NavEntry[] };

export type SideBarProps = {
  readonly places: readonly NavEntry[];
  /** The intake tray, under a line of its own. */
  readonly tray?: NavEntry;
  /** Saved views of the place that is shown; they go in the rail. */
  readonly views?: NavViews;
  /** State of the backup, then settings. */
  readonly foot: readonly NavEntry[];
  /** The consultant who works at this computer. */
  readonly person?: { readonly name: string; readonly onClick?: () => void };
  readonly rail: boolean;
};

export function SideBar({ places, tray, views, foot, person, rail }: SideBarProps) {
  const t = useT();
  return (
    <nav className={styles.bar} aria-label={t('shell.mainNav')} data-rail={rail || undefined}>
      <Entries entries={places} rail={rail} />
      {tray && (
        <div className={styles.tray}>
          <Entries entries={[tray]} rail={rail} />
        </div>
      )}
      {views && views.entries.length > 0 && !rail && (
        <div className={styles.views}>
          <h2>{views.title}</h2>
          <Entries entries={views.entries} rail={false} />
        </div>
      )}
      <div className={styles.foot}>
        <Entries entries={foot} rail={rail} />
        {person && <Me {...person} rail={rail} />}
      </div>
    </nav>
  );
}

function Entries({ entries, rail }: { readonly entries: readonly NavEntry[]; readonly rail: boolean }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          <NavItem entry={entry} rail={rail} />
        </li>
      ))}
    </ul>
  );
}

type MeProps = { readonly name: string; readonly onClick?: () => void; readonly rail: boolean };

function Me({ name, onClick, rail }: MeProps) {
  const inside: ReactNode = (
    <>
      <Person name={name} me size={24} decorative={!rail} />
      {!rail && <span className="cf-cut cf-grow">{name}</span>}
    </>
  );
  if (!onClick) return <div className={styles.me}>{inside}</div>;
  return (
    <button type="button" className={`${styles.me} cf-focus-in`} onClick={onClick}>
      {inside}
    </button>
  );
}

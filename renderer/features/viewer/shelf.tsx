import type { ReactNode } from 'react';
import styles from './shelf.module.css';

/** What is known of the picture, under it: its parts stand side by side. */
export function Shelf({ children }: { readonly children: ReactNode }) {
  return <div className={styles.shelf}>{children}</div>;
}

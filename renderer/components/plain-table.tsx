import type { ComponentPropsWithRef } from 'react';
import styles from './plain-table.module.css';

/** A table to read: a hairline above each row, no cells to move in. Sorting, paging and keys are `DataTable`'s. */
export function PlainTable({ className, ...others }: ComponentPropsWithRef<'table'>) {
  return <table {...others} className={[styles.table, className].filter(Boolean).join(' ')} />;
}

import type { ReactNode } from 'react';
import type { CellType, CellValue } from '#shared/domain/cell-value.ts';

/** What makes a cell one that can be edited, alone or in a block. */
export type ColumnCell<Row> = {
  /** By which the row, its base and its changes name it. */
  readonly field: string;
  /** Of a row, as it will be. */
  readonly type: (row: Row) => CellType;
  readonly value: (row: Row) => CellValue;
};

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** A CSS grid track, such as 210px or minmax(160px, 1fr). */
  readonly width: string;
  /** Numbers end-aligned, their unit in the title. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** What the row is called by: it can't be left out. */
  readonly always?: boolean;
  /** Left out below 1200 px, unless it is asked for. */
  readonly wideOnly?: boolean;
  /** Left out as well where words are long and the window is not very wide. */
  readonly roomyOnly?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** Left out unless it is asked for. */
  readonly hiddenAtFirst?: boolean;
  readonly cell?: ColumnCell<Row>;
  /** What is copied of a cell that can't be edited. */
  readonly text?: (row: Row) => string;
};

export type Sort = { readonly column: string; readonly descending: boolean };

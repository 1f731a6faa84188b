import type { ReactNode } from 'react';
import type { EditMove } from './inline-edit.tsx';

/** Given to a cell's editor: it says when it is done and where to go. */
export type EditSession = { readonly finish: (move: EditMove) => void };

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
  /** Left out unless it is asked for. */
  readonly onDemand?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** Makes the cell editable; usually an `InlineEdit`. */
  readonly edit?: (row: Row, session: EditSession) => ReactNode;
};

export type Sort = { readonly column: string; readonly descending: boolean };

/** The table of the program: thousands of rows, one tab stop, everything by keyboard. */
import { useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, FocusEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import { CellCatcher } from './cell-catcher.tsx';
import { BlockSize, cellLabel } from './cell-label.tsx';
import type { ChosenRows, NextChosen } from './chosen-rows.ts';
import { laidOut, ownLayout, tracksOf, withMoved } from './column-layout.ts';
import type { ColumnArrangement } from './column-layout.ts';
import { DataTableBody } from './data-table-body.tsx';
import { DataTableHead } from './data-table-head.tsx';
import type { HeadArrange } from './data-table-head.tsx';
import { cellIdOf } from './data-table-row.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import type { Column, Sort } from './table-column.ts';
import type { GroupChoice, TableGroups } from './table-groups.ts';
import { handleTableKey, isModifier } from './table-keys.ts';
import type { RowIds } from './table-moves.ts';
import { useArriveAt } from './use-arrive-at.ts';
import { useAwaitedRow } from './use-awaited-row.ts';
import { useColumnResize } from './use-column-resize.ts';
import { useDrawnInSlices } from './use-drawn-in-slices.ts';
import { useGroupFolding } from './use-group-folding.ts';
import { useTableRoom } from './use-narrow.ts';
import { useRowAboveBar } from './use-row-above-bar.ts';
import { useRowActions } from './use-row-actions.ts';
import { useCellFocus, useTableCells } from './use-table-cells.ts';
import type { TableCells } from './use-table-cells.ts';
import { useTakingKeys } from './use-taking-keys.ts';
import { useTablePlace } from './use-table-place.ts';
import { isRowDrawn, rowsInSight, useTableRows } from './use-table-rows.ts';
import { useTableSelection } from './use-table-selection.ts';
import styles from './data-table.module.css';

export type DataTableProps<Row> = {
  readonly label: string;
  /** A constant or memoised: with new columns every row is drawn anew. */
  readonly columns: readonly Column<Row>[];
  /** How the columns were arranged by hand; without it they stay as they are. */
  readonly arrangement?: ColumnArrangement;
  /** As long as the list; undefined where a row has not come yet. */
  readonly rows: readonly (Row | undefined)[];
  /** Puts headings before the rows of each group; the rows are those of the groups that are open. */
  readonly groups?: TableGroups | undefined;
  /** Puts a check box into each heading, for all rows of its group. */
  readonly groupChoice?: GroupChoice;
  readonly rowId: (row: Row) => string;
  /** Said with the check box of the row. */
  readonly rowName: (row: Row) => string;
  /** Two-line rows. */
  readonly tall?: boolean;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** The selected rows; without it rows cannot be selected. */
  readonly selection?: ChosenRows;
  readonly onSelect?: (next: NextChosen) => void;
  /** Enter or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** Makes the columns with a `cell` ones that can be edited. */
  readonly cells?: TableCells<Row>;
  /** The row, and the column of the cell if one is active, that keys act on. */
  readonly onActive?: (row: Row, column: string | null) => void;
  /** The ids from one place of the list to another, for a range that reaches beyond the rows that have come. */
  readonly idsBetween?: (first: number, last: number) => Promise<readonly string[] | undefined>;
  /** Leaves room under the last row for a bar that floats there. */
  readonly roomBelow?: boolean;
  /** The first and the last row in sight. */
  readonly onShow?: (first: number, last: number) => void;
  readonly loading?: boolean;
  readonly empty?: ReactNode;
  /** Another list: scroll to its top. */
  readonly viewKey?: string;
  /** It is what the page is about: the keys are its own unless something else on the page has them. */
  readonly takesKeys?: boolean;
  /** The place of a row to come back to. */
  readonly arriveAt?: number | undefined;
};

const checkWidth = '46px';

const noRows: readonly never[] = [];

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rowId, tall = false, loading = false } = props;
  const isThere = props.rows.length > 0 || (props.groups?.list.length ?? 0) > 0;
  const isDrawn = useDrawnInSlices(isThere);
  const rows = isDrawn ? props.rows : noRows;
  const groups = isDrawn ? props.groups : undefined;
  const room = useTableRoom();
  const layout = props.arrangement?.layout ?? ownLayout;
  const probe = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => laidOut(props.columns, layout, room), [props.columns, layout, room]);
  const ids = useMemo(() => rows.map((row) => row && rowId(row)), [rows, rowId]);
  const stands = !isThere && (loading ? <SkeletonRows count={12} tall={tall} /> : props.empty);
  return (
    <div className={styles.frame}>
      <div ref={probe} className={styles.probe} data-tall={tall || undefined} aria-hidden />
      <Grid
        {...props}
        {...{ rows, groups, ids, columns, probe }}
        all={props.columns}
        loading={loading || isDrawn !== isThere}
      />
      {stands && <div className={styles.below}>{stands}</div>}
    </div>
  );
}

type GridProps<Row> = DataTableProps<Row> & {
  /** Those that do not stand, too. */
  readonly all: readonly Column<Row>[];
  readonly ids: RowIds;
  readonly probe: RefObject<HTMLDivElement | null>;
};

function Grid<Row>(props: GridProps<Row>) {
  const { rows, ids, columns, tall = false, selection: chosen, cells } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable(props, scroller);
  const { place, selection, elementId, actions, keyboard, work, catcher, folding } = table;
  const { layout } = table.rows;
  const { arrange, style } = useArrange(props);
  const activeId = ids[place.index];
  const isThere = activeId !== undefined && isRowDrawn(table.rows, place.index);
  const active = isThere ? activeElement(elementId(place.index), place.column) : undefined;
  const block = work.hold.isDrawn ? work.hold.block : undefined;
  return (
    <>
      {cells && (
        <CellCatcher
          catcher={catcher}
          label={cellLabel(columns, place, props.label)}
          cell={() => (active ? document.getElementById(active) : null)}
          onCommitted={(text) => place.edit(place.column, text)}
          onKeyDown={keyboard.onKeyDown}
          onCopy={work.onCopy}
          onPaste={work.onPaste}
        />
      )}
      <div
        ref={scroller}
        className={styles.table}
        style={style}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={layout.itemCount + 1}
        aria-colcount={columns.length + (chosen ? 1 : 0)}
        aria-multiselectable={chosen ? true : undefined}
        aria-busy={props.loading === true || undefined}
        aria-activedescendant={active}
        onCopy={work.onCopy}
        onPaste={work.onPaste}
        {...keyboard}
      >
        <DataTableHead
          columns={columns}
          arrange={arrange}
          sort={props.sort}
          onSort={props.onSort}
          selected={chosen && selection.share}
          onSelectAll={(all) => (all ? selection.all() : selection.none())}
        />
        {layout.itemCount > 0 && (
          <DataTableBody
            {...{ rows, ids, columns, tall, place, chosen, elementId, actions, block, folding }}
            {...table.rows}
            groups={props.groups?.list}
            groupChoice={props.groupChoice}
            onChooseGroup={selection.chooseGroup}
            faulty={cells?.faulty}
            rowName={props.rowName}
          />
        )}
      </div>
      {cells && <BlockSize block={block} />}
    </>
  );
}

function useTable<Row>(props: GridProps<Row>, scroller: RefObject<HTMLDivElement | null>) {
  const { rows, ids, columns, rowId, onOpen, cells } = props;
  // The ring follows the keys, not the mouse.
  const [byKeyboard, setByKeyboard] = useState(false);
  const tableRows = useTableRows(props, scroller);
  const { virtualizer, layout } = tableRows;
  const base = useId();
  const focus = (): void => scroller.current?.focus({ preventScroll: true });
  // By its place, so that another order of the rows changes nothing about them but what they say.
  const elementId = (index: number): string => `${base}-${index}`;
  const scrollTo = (index: number, column: string | null): void => {
    virtualizer.scrollToIndex(layout.itemOfRow(index));
    const cell = column === null ? null : document.getElementById(cellIdOf(elementId(index), column));
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const isEditable = cells !== undefined;
  const place = useTablePlace({ rows, ids, columns, isEditable, onActive: props.onActive, scrollTo, focus });
  useTakingKeys(props.takesKeys === true && rows.length > 0, focus);
  useRowAboveBar({ roomBelow: props.roomBelow === true, rows: tableRows, index: place.index, scroller });
  useArriveAt(props.arriveAt, rows.length, place, focus);
  const { groups, onShow, groupChoice } = props;
  const selection = useTableSelection({
    ids,
    total: groups === undefined ? rows.length : groups.list.reduce((sum, { count }) => sum + count, 0),
    selection: props.selection,
    onSelect: props.onSelect,
    idsBetween: props.idsBetween,
    groupChoice,
  });
  const onChoose = props.selection && groupChoice && selection.chooseGroup;
  const folding = useGroupFolding({
    groups,
    rows: tableRows,
    place,
    scroller,
    base,
    focus,
    onShow,
    onChoose,
  });
  const isFree = selection.share === 'none';
  const work = useTableCells({ cells, rows, ids, columns, place, isFree });
  const isCaught = isEditable && isFree && place.column !== null && place.editing === null;
  const catcher = useCellFocus({ grid: () => scroller.current, isCaught });
  const { hold } = work;
  const actions = useRowActions({ rows, ids, place, selection, onOpen, focus, columns, hold, cells });
  const page = (): number => rowsInSight(virtualizer);
  const enter = (row: Row): void => {
    if (!place.edit(place.column)) onOpen?.(row);
  };
  const hasFocus = (): boolean =>
    document.activeElement !== null &&
    [scroller.current, catcher.current].some((own) => own === document.activeElement);
  const awaited = useAwaitedRow(place, hasFocus, enter);
  const keyboard = {
    'data-keyboard': byKeyboard || undefined,
    onKeyDown: (event: KeyboardEvent): void => {
      setByKeyboard(true);
      if (!isModifier(event)) awaited.drop();
      const count = rows.length;
      handleTableKey(event, {
        place,
        selection,
        count,
        idOf: rowId,
        page,
        onEnter: enter,
        onEnterLater: awaited.wait,
        columns,
        cells: work.keys,
        onFold: groups && folding.foldActive,
      });
    },
    onKeyUp: (): void => setByKeyboard(true),
    onPointerDown: (): void => setByKeyboard(false),
    onFocus: (event: FocusEvent): void => {
      if (event.target !== event.currentTarget) return;
      if (place.index < 0) place.activate(0, null);
      if (isCaught) catcher.current?.focus({ preventScroll: true });
    },
  };
  return { rows: tableRows, place, selection, actions, keyboard, elementId, work, catcher, folding };
}

const activeElement = (rowElement: string, column: string | null): string =>
  column === null ? rowElement : cellIdOf(rowElement, column);

const fixed: ColumnArrangement = { layout: ownLayout, onLayout: () => undefined };

/** The tracks of all rows as one property of the table, so that pulling an edge draws no row anew. */
function useArrange<Row>({ columns, all, arrangement, selection }: GridProps<Row>) {
  const { layout, onLayout } = arrangement ?? fixed;
  const resize = useColumnResize(columns, { layout, onLayout });
  const tracks = tracksOf(columns, resize.layout);
  const onMove: HeadArrange['onMove'] = (id, to) => onLayout(withMoved(all, layout, id, to));
  return {
    arrange: arrangement && { resize, onMove },
    style: {
      '--table-check': selection ? checkWidth : '0px',
      '--table-tracks': (selection ? [checkWidth, ...tracks] : tracks).join(' '),
    } as CSSProperties,
  };
}

import type { CellBlock } from './cell-block.ts';
import { isChosen, shareOf } from './chosen-rows.ts';
import type { ChosenRows } from './chosen-rows.ts';
import { DataTableGap } from './data-table-gap.tsx';
import { DataTableGroup } from './data-table-group.tsx';
import { DataTableRow } from './data-table-row.tsx';
import type { RowActions } from './data-table-row.tsx';
import type { Column } from './table-column.ts';
import type { GroupChoice, ShownGroup } from './table-groups.ts';
import type { RowIds } from './table-moves.ts';
import type { GroupFolding } from './use-group-folding.ts';
import type { TableCells } from './use-table-cells.ts';
import type { TablePlace } from './use-table-place.ts';
import type { TableRows } from './use-table-rows.ts';
import styles from './data-table.module.css';

type BodyProps<Row> = TableRows & {
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly groups: readonly ShownGroup[] | undefined;
  readonly groupChoice: GroupChoice | undefined;
  readonly onChooseGroup: (key: string) => void;
  readonly rowName: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly tall: boolean;
  readonly place: TablePlace<Row>;
  readonly chosen?: ChosenRows;
  readonly elementId: (index: number) => string;
  readonly actions: RowActions<Row>;
  readonly folding: GroupFolding;
  /** The selected block, if there is more of it than the active cell. */
  readonly block: CellBlock | undefined;
  readonly faulty: TableCells<Row>['faulty'] | undefined;
};

/** The rows in sight and a few around them, at their places in the whole list, each group behind its heading. */
export function DataTableBody<Row>(props: BodyProps<Row>) {
  const { virtualizer, layout, stuck } = props;
  const items = virtualizer.getVirtualItems();
  const stuckItem = stuck === undefined ? undefined : layout.itemOfHeading(stuck);
  const isDrawn = items.some(({ index }) => index === stuckItem);
  return (
    <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
      {stuck !== undefined && !isDrawn && headingOf(props, stuck, undefined)}
      {items.map(({ index, start }) => {
        const top = start - virtualizer.options.scrollMargin;
        const item = layout.itemAt(index);
        if (item.kind === 'row') return rowOf(props, { index: item.row, item: index, top });
        return headingOf(props, item.group, item.group === stuck ? undefined : top);
      })}
    </div>
  );
}

function headingOf<Row>(props: BodyProps<Row>, group: number, top: number | undefined) {
  const { groups, layout, columns, chosen, folding, tall, groupChoice } = props;
  const shown = groups?.[group];
  if (shown === undefined) return null;
  return (
    <DataTableGroup
      key={`group ${shown.key}`}
      id={folding.headingId(shown.key)}
      group={shown}
      item={layout.itemOfHeading(group)}
      top={top}
      tall={tall}
      columnCount={columns.length + (chosen ? 1 : 0)}
      selected={chosen && groupChoice && shareOf(shown.count, groupChoice.countOf(shown.key))}
      chosenCount={groupChoice?.countOf(shown.key) ?? 0}
      onChoose={props.onChooseGroup}
      onFold={folding.fold}
      onKeyDown={folding.keysOf(group)}
    />
  );
}

type RowAt = { readonly index: number; readonly item: number; readonly top: number };

function rowOf<Row>(props: BodyProps<Row>, { index, item, top }: RowAt) {
  const { rows, ids, place, chosen } = props;
  const row = rows[index];
  const id = ids[index];
  if (row === undefined || id === undefined)
    return <DataTableGap key={index} index={index} item={item} top={top} tall={props.tall} />;
  const isActive = index === place.index;
  return (
    <DataTableRow
      // Another order writes other words into the rows that stand there; only a row that is being edited moves.
      key={isActive && place.editing !== null ? id : index}
      id={props.elementId(index)}
      row={row}
      name={props.rowName(row)}
      index={index}
      item={item}
      top={top}
      columns={props.columns}
      tall={props.tall}
      selected={chosen && isChosen(chosen, id)}
      activeColumn={isActive ? place.column : undefined}
      editing={isActive ? (place.editing ?? undefined) : undefined}
      typed={isActive ? place.typed : undefined}
      faulty={props.faulty?.get(id)}
      {...blockIn(props.block, index)}
      actions={props.actions}
    />
  );
}

function blockIn(block: CellBlock | undefined, index: number) {
  if (block === undefined || index < block.top || index > block.bottom) return {};
  const blockEnds = `${index === block.top ? 't' : ''}${index === block.bottom ? 'b' : ''}`;
  return { blockFrom: block.left, blockTo: block.right, blockEnds };
}

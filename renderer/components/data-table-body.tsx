import type { Virtualizer } from '@tanstack/react-virtual';
import type { CellBlock } from './cell-block.ts';
import { isChosen } from './chosen-rows.ts';
import type { ChosenRows } from './chosen-rows.ts';
import { DataTableGap } from './data-table-gap.tsx';
import { DataTableRow } from './data-table-row.tsx';
import type { RowActions } from './data-table-row.tsx';
import type { Column } from './table-column.ts';
import type { RowIds } from './table-moves.ts';
import type { TableCells } from './use-table-cells.ts';
import type { TablePlace } from './use-table-place.ts';
import styles from './data-table.module.css';

type BodyProps<Row> = {
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly rowName: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly tall: boolean;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly place: TablePlace<Row>;
  readonly chosen?: ChosenRows;
  readonly elementId: (id: string) => string;
  readonly actions: RowActions<Row>;
  /** The selected block, if there is more of it than the active cell. */
  readonly block: CellBlock | undefined;
  readonly faulty: TableCells<Row>['faulty'] | undefined;
};

/** The rows in sight and a few around them, at their places in the whole list. */
export function DataTableBody<Row>(props: BodyProps<Row>) {
  const { rows, ids, place, virtualizer, chosen } = props;
  return (
    <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        const id = ids[index];
        const top = start - virtualizer.options.scrollMargin;
        if (row === undefined || id === undefined) {
          return <DataTableGap key={index} index={index} top={top} tall={props.tall} />;
        }
        const isActive = index === place.index;
        return (
          <DataTableRow
            // Another order writes other words into the rows that stand there; only a row that is being edited moves.
            key={isActive && place.editing !== null ? id : index}
            id={props.elementId(id)}
            row={row}
            name={props.rowName(row)}
            index={index}
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
      })}
    </div>
  );
}

function blockIn(block: CellBlock | undefined, index: number) {
  if (block === undefined || index < block.top || index > block.bottom) return {};
  const blockEnds = `${index === block.top ? 't' : ''}${index === block.bottom ? 'b' : ''}`;
  return { blockFrom: block.left, blockTo: block.right, blockEnds };
}

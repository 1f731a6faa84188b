import { useT } from '#renderer/i18n/use-t.ts';
import { heightOf, widthOf } from './cell-block.ts';
import type { CellBlock } from './cell-block.ts';
import { copiedText } from './cell-plan.ts';
import type { Column } from './table-column.ts';
import type { TablePlace } from './use-table-place.ts';

/** Says how large the selected block is, for those who don't see it. */
export function BlockSize({ block }: { readonly block: CellBlock | undefined }) {
  const t = useT();
  return (
    <span className="cf-hidden" role="status">
      {block && t('components.cell.block', { rows: heightOf(block), columns: widthOf(block) })}
    </span>
  );
}

/** Of the active cell its column and what it holds; where none is active, the table's own name. */
export function cellLabel<Row>(
  columns: readonly Column<Row>[],
  { row, column }: TablePlace<Row>,
  table: string,
): string {
  const active = columns.find(({ id }) => id === column);
  return active === undefined || row === undefined ? table : `${active.title} ${copiedText(active, row)}`;
}

import { useState } from 'react';
import { cellText, readCellText } from '#shared/domain/cell-value.ts';
import type { CellValue } from '#shared/domain/cell-value.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { typedCellPreview } from './cell-words.ts';
import { ChoiceEdit } from './choice-edit.tsx';
import { InlineEdit } from './inline-edit.tsx';
import type { EditMove } from './inline-edit.tsx';
import type { Column, ColumnCell } from './table-column.ts';

type CellEditorProps<Row> = {
  readonly row: Row;
  readonly column: Column<Row>;
  readonly cell: ColumnCell<Row>;
  readonly typed: string | undefined;
  readonly onSave: (row: Row, cell: ColumnCell<Row>, value: CellValue) => void;
  readonly onFinish: (move: EditMove) => void;
};

/** The field that a cell becomes: a list for choices, a line for everything else. */
export function CellEditor<Row>(props: CellEditorProps<Row>) {
  const { column, cell, typed, onSave, onFinish } = props;
  const t = useT();
  const format = useFormat();
  // What was shown when the writing began is what the save starts from.
  const [row] = useState(props.row);
  const type = cell.type(row);
  const before = cell.value(row);
  const label = t('components.edit.label', { field: column.title });
  const save = (value: CellValue, move: EditMove): void => {
    onFinish(move);
    if (value !== before) onSave(row, cell, value);
  };
  if (type.kind === 'choice' || type.kind === 'entityType') {
    return (
      <ChoiceEdit
        label={label}
        type={type}
        value={before}
        {...(typed !== undefined && { typed })}
        onSave={save}
        onCancel={() => onFinish('stay')}
      />
    );
  }
  const initial = cellText(type, before);
  return (
    <InlineEdit
      label={label}
      initial={initial}
      {...(typed !== undefined && { typed })}
      {...(column.align !== undefined && { align: column.align })}
      mono={type.kind === 'clientCode' || type.kind === 'platformKey'}
      // A code that is used in spite of its check stays as it is.
      preview={(text) => (text === initial ? {} : typedCellPreview(type, text, t, format))}
      onSave={(text, move) => {
        const read = readCellText(type, text);
        save(text === initial || read.kind === 'fault' ? before : read.value, move);
      }}
      onCancel={() => onFinish('stay')}
    />
  );
}

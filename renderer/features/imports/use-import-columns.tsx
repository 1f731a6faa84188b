import {
  IconAlertTriangleFilled,
  IconArrowLeft,
  IconCircleXFilled,
  IconCopy,
  IconEqual,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ImportPlan, ImportRow } from '#shared/contract/imports.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import { useImportValue } from './use-import-value.ts';

const widths: Readonly<Partial<Record<ImportField, string>>> = {
  name: 'minmax(180px, 1.4fr)',
  creditCode: '164px',
  address: '160px',
  accountName: '128px',
  appId: '152px',
  certifiedUntil: '120px',
  remark: '120px',
};

export const deedIcons: Readonly<Record<ImportRow['deed'], Icon>> = {
  create: IconPlus,
  update: IconPencil,
  same: IconEqual,
  merge: IconCopy,
  skip: IconMinus,
  refuse: IconArrowLeft,
};

/** Row number, what is done, and a column for each mapped field, in the order of the sheet. */
export function useImportColumns(plan: ImportPlan): readonly Column<ImportRow>[] {
  const t = useT();
  return useMemo(() => {
    const mapped = plan.columns.flatMap(({ field }) => field ?? []);
    return [
      {
        id: 'rowNo',
        title: t('imports.row'),
        width: '56px',
        align: 'end' as const,
        render: (row: ImportRow) => <span className="cf-ink-3">{row.rowNo}</span>,
      },
      {
        id: 'deed',
        title: t('imports.deedHead'),
        // As wide as Unchanged.
        width: '96px',
        render: (row: ImportRow) => <DeedCell row={row} />,
      },
      ...mapped.map((field): Column<ImportRow> => ({
        id: field,
        title: t(`imports.field.${field}`),
        width: widths[field] ?? '104px',
        align: field === 'serviceFee' ? 'end' : 'start',
        render: (row) => <ValueCell row={row} field={field} columns={plan.columns} />,
      })),
    ];
  }, [t, plan.columns]);
}

const isUntouched = ({ deed }: ImportRow): boolean => deed === 'same' || deed === 'skip';

function DeedCell({ row }: { readonly row: ImportRow }) {
  const t = useT();
  const DeedIcon = deedIcons[row.deed];
  return (
    <span
      className={`${styles.deed} ${row.deed === 'refuse' ? 'cf-danger' : isUntouched(row) ? 'cf-ink-3' : ''}`}
    >
      <DeedIcon size={14} stroke={iconStroke} aria-hidden />
      {t(`imports.deed.${row.deed}`)}
    </span>
  );
}

interface ValueCellProps {
  readonly row: ImportRow;
  readonly field: ImportField;
  readonly columns: ImportPlan['columns'];
}

/** A cell as it will be stored; red keeps the row out, amber is worth a look, a dotted line says it was read for you. */
function ValueCell({ row, field, columns }: ValueCellProps) {
  const t = useT();
  const shown = useImportValue();
  const worst = worstNote(row, field);
  const column = columns.find((entry) => entry.field === field)?.column;
  const raw = column === undefined ? '' : (row.raw[column] ?? '');
  const value = row.values[field];
  const text = value === undefined ? raw : shown(field, value);
  return (
    <span
      className={styles.value}
      data-level={worst}
      data-mono={field === 'creditCode' || field === 'appId' || undefined}
      data-faint={isUntouched(row) || undefined}
    >
      {worst === 'error' && <IconCircleXFilled size={14} aria-hidden />}
      {worst === 'warning' && <IconAlertTriangleFilled size={14} aria-hidden />}
      <span className="cf-cut">{text === '' && worst === 'error' ? t('imports.empty') : text}</span>
    </span>
  );
}

function worstNote(row: ImportRow, field: ImportField): 'error' | 'warning' | 'fixed' | undefined {
  const levels = row.notes.filter((note) => note.field === field).map(({ level }) => level);
  return (['error', 'warning', 'fixed'] as const).find((level) => levels.includes(level));
}

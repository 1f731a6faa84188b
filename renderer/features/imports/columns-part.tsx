import { NativeSelect } from '@mantine/core';
import type { ColumnMapping, ImportPlan } from '#shared/contract/imports.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import type { ColumnChoice } from './import-store.ts';

interface ColumnsPartProps {
  readonly plan: ImportPlan;
  readonly onMapping: (mapping: ColumnChoice[]) => void;
  readonly onSheet: (sheet: string) => void;
}

/** What each column means, to be changed; what is chosen is remembered for the same headings. */
export function ColumnsPart({ plan, onMapping, onSheet }: ColumnsPartProps) {
  const t = useT();
  const choose = (column: number, value: string): void => {
    const field = importFields.find((known) => known === value) ?? null;
    onMapping(
      plan.columns.map((entry) => (entry.column === column ? { column, field } : choiceOf(entry, field))),
    );
  };
  return (
    <section>
      <PartHead title={t('imports.columns')} />
      {plan.sheets.length > 1 && (
        <NativeSelect
          aria-label={t('imports.sheet')}
          value={plan.sheet}
          data={[...plan.sheets]}
          onChange={(event) => onSheet(event.currentTarget.value)}
        />
      )}
      <ul className={styles.columns}>
        {plan.columns.map((entry) => {
          const label = t('imports.column', { letter: columnLetter(entry.column), heading: entry.heading });
          return (
            <li key={entry.column}>
              <span className="cf-cut" title={label}>
                <span className="cf-mono cf-ink-3">{columnLetter(entry.column)}</span> {entry.heading}
              </span>
              <NativeSelect
                aria-label={label}
                value={entry.field ?? ''}
                data={[
                  { value: '', label: t('imports.skip') },
                  ...importFields.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
                ]}
                onChange={(event) => choose(entry.column, event.currentTarget.value)}
              />
              <span className={`cf-xs ${entry.how === 'guessed' ? 'cf-warning' : 'cf-ink-3'}`}>
                {t(`imports.how.${entry.how}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A field stands for one column: the column that had it before gives it up. */
const choiceOf = ({ column, field }: ColumnMapping, taken: ColumnMapping['field']): ColumnChoice => ({
  column,
  field: field === taken ? null : field,
});

/** A, B … Z, AA: as the sheet names its columns. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetter(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

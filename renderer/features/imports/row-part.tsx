import { SegmentedControl } from '@mantine/core';
import type { ImportRow } from '#shared/contract/imports.ts';
import { decisionsFor } from '#shared/domain/import-decisions.ts';
import { rowDecisions } from '#shared/domain/import-draft.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './imports.module.css';
import { useImportValue } from './use-import-value.ts';
import { useNoteWords } from './use-note-words.ts';

const signs: Readonly<Record<ImportRow['notes'][number]['level'], StatusKey>> = {
  error: 'rejected',
  warning: 'warning',
  fixed: 'note',
};

interface RowPartProps {
  readonly row: ImportRow;
  readonly decision: RowDecision | undefined;
  readonly onDecide: (decision: RowDecision | undefined) => void;
}

/** The row under the cursor: what was found in its cells, and what it would change. */
export function RowPart({ row, decision, onDecide }: RowPartProps) {
  const t = useT();
  const words = useNoteWords();
  const shown = useImportValue();
  const choices = decisionsFor(row, decision);
  return (
    <section>
      <PartHead title={t('imports.rowHead', { n: row.rowNo })} count={t(`imports.deed.${row.deed}`)} />
      {row.notes.length === 0 && row.changes.length === 0 && (
        <p className="cf-ink-3">{t('imports.noNotes')}</p>
      )}
      <ul className={styles.notes}>
        {row.notes.map((note) => (
          <li key={`${note.field} ${note.code}`}>
            <Status of={signs[note.level]}>{t(`imports.field.${note.field}`)}</Status>
            <p className="cf-ink-2 cf-xs">{words(note)}</p>
          </li>
        ))}
        {row.changes.map(({ field, before, after }) => (
          <li key={`${field} change`}>
            <Status of="renewable">{t(`imports.field.${field}`)}</Status>
            <p className="cf-ink-2 cf-xs">
              {t('imports.becomes', {
                before: before === null || before === '' ? t('imports.empty') : shown(field, before),
                after: after === null ? t('imports.empty') : shown(field, after),
              })}
            </p>
          </li>
        ))}
      </ul>
      {choices.length > 0 && (
        <SegmentedControl
          fullWidth
          aria-label={t('imports.decision.label')}
          value={decision ?? proposal}
          data={[
            { value: proposal, label: t('imports.decision.proposal') },
            ...choices.map((value) => ({ value, label: t(`imports.decision.${value}`) })),
          ]}
          onChange={(value) => onDecide(rowDecisions.find((known) => known === value))}
        />
      )}
    </section>
  );
}

const proposal = 'proposal';

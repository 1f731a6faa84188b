import { useEffect, useRef } from 'react';
import { highConfidence } from '#shared/domain/read-field.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { ReadEditor } from './read-editor.tsx';
import type { ReadRow } from './read-row.ts';
import { readCheck, readLabel, readValue } from './read-words.ts';
import type { Known } from './read-words.ts';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';
import styles from './read-fields.module.css';

interface ReadFieldProps {
  readonly row: ReadRow;
  readonly fields: ReadFields;
  readonly pane: OpenPane;
  readonly known: Known;
}

/** One value; chosen it shows its place enlarged, and the field in which it is corrected. */
export function ReadField({ row, fields, pane, known }: ReadFieldProps) {
  const t = useT();
  const isChosen = fields.chosen?.no === row.no;
  const finding = readCheck(row, known, t);
  const check = useSuggestedCheck(
    fields.mayKeep ? finding : { tone: finding.tone, text: finding.text },
    (value) => void fields.keep(row, value),
  );
  const label = readLabel(row, known, t);
  const { read, noted } = row;
  const button = useFocusAfter(isChosen);
  const isMono = read.field.endsWith('_code') || read.field.endsWith('_number');
  return (
    <li className={styles.row} data-chosen={isChosen || undefined}>
      <button
        ref={button}
        type="button"
        className={styles.head}
        aria-expanded={isChosen}
        onClick={() => fields.choose(isChosen ? null : row)}
      >
        <span
          className={styles.no}
          data-tone={finding.tone}
          data-kept={noted !== null || undefined}
          data-idle={read.target === null || undefined}
        >
          {row.no}
        </span>
        <span className={styles.label}>{label}</span>
        <span className={isMono ? `${styles.value} cf-mono` : styles.value}>
          {readValue(noted ?? read.value, t)}
        </span>
        <span className={styles.confidence} data-low={read.confidence < highConfidence || undefined}>
          {t('viewer.zoom.percent', { n: Math.floor(read.confidence * 100) })}
        </span>
      </button>
      {check !== undefined && (
        <span className={styles.check}>
          <CheckLine check={check} />
        </span>
      )}
      {isChosen && <ReadEditor key={row.read.value} {...{ row, fields, pane, label }} />}
    </li>
  );
}

/** Gives the focus back to the row when what was open in it has closed and took the focus along. */
function useFocusAfter(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}

import { useCallback } from 'react';
import type { ImportRow } from '#shared/contract/imports.ts';
import { cellNoteCodes } from '#shared/domain/import-note.ts';
import { phoneFlaws } from '#shared/domain/phone-number.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useImportValue } from './use-import-value.ts';

type Note = ImportRow['notes'][number];

/** Every place that a sentence may have; a note fills its own. */
const noData = { value: '', typed: '', expected: '', length: 0, count: 0, kept: '', rowNo: 0, flaw: '' };

/** What was found in a cell, in a sentence; of a phone number what the form says of it too. */
export function useNoteWords(): (note: Note) => string {
  const t = useT();
  const shown = useImportValue();
  return useCallback(
    (note) => {
      const code = cellNoteCodes.find((known) => known === note.code) ?? 'read_as';
      const data = { ...noData, ...note.data };
      const flaw = code === 'phone_doubtful' && phoneFlaws.find((known) => known === data.flaw);
      if (flaw) return t(`components.identifier.phone.${flaw}`);
      const value = typeof data.value === 'string' ? shown(note.field, data.value) : data.value;
      const kept = typeof data.kept === 'string' ? shown(note.field, data.kept) : data.kept;
      return t(`imports.note.${code}`, { ...data, value, kept });
    },
    [t, shown],
  );
}

import { useCallback } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { StatedField, StatedValues } from '#shared/domain/stated-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useSave } from './use-save.ts';

/** Saves what a paper says as one change that can be taken back. Resolves with true when it was saved. */
export function useSaveStated(): (document: DocumentRow, changes: StatedValues) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const save = useSave();
  return useCallback(
    async ({ id, stated }, changes) => {
      const fields = Object.keys(changes) as StatedField[];
      const base = Object.fromEntries(fields.map((field) => [field, stated[field] ?? null]));
      const done = await save<StatedValues>(
        {
          rowId: (field) => `${id}.${field}`,
          base,
          changes,
          write: (settled) =>
            backend.documents.setStated({ documentId: id, base: settled.base, values: settled.changes }),
        },
        t('components.stated.saved'),
      );
      return done !== undefined;
    },
    [save, backend, t],
  );
}

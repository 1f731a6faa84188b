import { useCallback } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { StatedField, StatedValues } from '#shared/domain/stated-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useAction } from './use-action.ts';

/** Saves what a paper says as one change that can be taken back. Resolves with true when it was saved. */
export function useSaveStated(): (document: DocumentRow, changes: StatedValues) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  return useCallback(
    async ({ id, stated }, changes) => {
      const fields = Object.keys(changes) as StatedField[];
      const base = Object.fromEntries(fields.map((field) => [field, stated[field] ?? null]));
      const done = await act(
        () => backend.documents.setStated({ documentId: id, base, values: changes }),
        t('components.stated.saved'),
      );
      return done !== undefined;
    },
    [act, backend, t],
  );
}

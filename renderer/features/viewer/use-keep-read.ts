import { useCallback } from 'react';
import { isStatedField } from '#shared/domain/stated-value.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useSaveStated } from '#renderer/api/use-save-stated.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { ReadRow } from './read-row.ts';
import { useSavePaper } from './use-save-paper.ts';

/** Keeps a value of the paper, as it was read or corrected; '' empties what was kept. Resolves with whether it was kept. */
export function useKeepRead(): (row: ReadRow, value: string) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveStated = useSaveStated();
  const savePaper = useSavePaper();
  const { paper } = usePaper();
  return useCallback(
    async ({ read: { field, target }, noted }, value) => {
      if (target === null || value === noted) return target !== null;
      // What is kept there was seen: a save that meets another's writing asks.
      if (noted !== null && target.kind === 'stated') return saveStated(paper, { [target.field]: value });
      if (noted !== null && target.kind === 'column') {
        await savePaper({ [target.column]: value === '' ? null : value });
        return true;
      }
      const label = isStatedField(field)
        ? t(`vocabulary.statedField.${field}`)
        : t(`viewer.read.field.${field}`);
      const done = await act(
        () => backend.reading.confirm({ documentId: paper.id, values: [{ field, value }] }),
        t('viewer.read.kept', { field: label }),
      );
      return done !== undefined;
    },
    [act, backend, paper, savePaper, saveStated, t],
  );
}

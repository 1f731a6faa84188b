import { useCallback } from 'react';
import type { Api } from '#renderer/api/api.tsx';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';

type PaperSave = Pick<Parameters<Api['backend']['documents']['update']>[0], 'base' | 'changes'>;

/** Saves fields of the paper against what the page shows. */
export function useSavePaper(): (changes: PaperSave['changes']) => Promise<void> {
  const t = useT();
  const { backend } = useApi();
  const save = useSave();
  const { paper } = usePaper();
  return useCallback(
    async (changes) => {
      const fields = Object.keys(changes);
      const base: PaperSave['base'] = Object.fromEntries(
        Object.entries(paper).filter(([field]) => fields.includes(field)),
      );
      const { id } = paper;
      const write = (settled: PaperSave) => backend.documents.update({ id, ...settled });
      await save({ rowId: id, base, changes, write, isInline: true }, t('viewer.saved'));
    },
    [save, backend, paper, t],
  );
}

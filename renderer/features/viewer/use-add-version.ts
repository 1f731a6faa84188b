import type { ChosenFile } from '#shared/contract/shell.ts';
import { useApi } from '#renderer/api/api.tsx';
import { chosenOf } from '#renderer/api/chosen-files.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useStorePaper } from '#renderer/api/use-store-paper.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { paperName } from './version-words.ts';

/** Stores files as new versions of the paper of the page; what was there stays. */
export function useAddVersion(onStored: () => void) {
  const t = useT();
  const { shell } = useApi();
  const { report } = useFailures();
  const { paper } = usePaper();
  const store = useStorePaper(paper.clientId);
  const add = async (files: readonly ChosenFile[] | null): Promise<void> => {
    if (files === null || files.length === 0) return;
    const { id: documentId, kind, validUntil } = paper;
    if (await store.run({ documentId, kind, title: paperName(paper, t), validUntil, files })) onStored();
  };
  return {
    state: store.state,
    isBusy: store.state.kind === 'storing',
    drop: (files: readonly File[]): void => void chosenOf(files).then(add).catch(report),
    pick: (): void => void shell.chooseFiles({ kind: 'scan', multiple: true }).then(add).catch(report),
  };
}

export type AddVersion = ReturnType<typeof useAddVersion>;

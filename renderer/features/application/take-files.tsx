import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { ChosenFile } from '#shared/contract/shell.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useRenewalOffer } from '#renderer/api/use-renewal-offer.ts';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { destinationOf } from './destination.ts';
import { readAdding } from './read-adding.ts';
import type { Adding, RefusedFile } from './read-adding.ts';

interface TakeFiles {
  /** What became of the files that were put to an item last. */
  readonly at: (itemId: string) => Adding | undefined;
  /** Stores dropped files and puts them to the item. */
  readonly take: (item: ApplicationItem, files: readonly File[]) => void;
  /** The same with files from the dialog. */
  readonly pick: (item: ApplicationItem) => void;
  readonly dismiss: (itemId: string) => void;
}

const TakeFilesContext = createContext<TakeFiles | undefined>(undefined);

export function TakeFilesProvider({ children }: { readonly children: ReactNode }) {
  const value = useTaking();
  return <TakeFilesContext value={value}>{children}</TakeFilesContext>;
}

export function useTakeFiles(): TakeFiles {
  const value = use(TakeFilesContext);
  if (value === undefined) throw new Error('useTakeFiles is used outside of TakeFilesProvider');
  return value;
}

function useTaking(): TakeFiles {
  const { shell } = useApi();
  const { report } = useFailures();
  const [adding, setAdding] = useState<ReadonlyMap<string, Adding>>(new Map());
  const put = useCallback((itemId: string, state: Adding | undefined) => {
    setAdding((before) => {
      const next = new Map(before);
      if (state === undefined) next.delete(itemId);
      else next.set(itemId, state);
      return next;
    });
  }, []);
  const store = useStore(put);
  const take = useCallback(
    (item: ApplicationItem, files: readonly File[]) => {
      void tokensOf(files).then(({ chosen, refused }) => store(item, chosen, refused));
    },
    [store],
  );
  const pick = useCallback(
    (item: ApplicationItem) => {
      void shell
        .chooseFiles({ kind: 'scan', multiple: true })
        .then((chosen) => (chosen.length > 0 ? store(item, chosen, []) : undefined))
        .catch(report);
    },
    [shell, store, report],
  );
  return useMemo(
    () => ({ at: (id) => adding.get(id), take, pick, dismiss: (id) => put(id, undefined) }),
    [adding, take, pick, put],
  );
}

/** Stores files for an item, telling `put` how far it is. */
function useStore(put: (itemId: string, state: Adding | undefined) => void) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const takeBack = useTakeBack();
  const offerRenewal = useRenewalOffer();
  const { details } = useCase();
  const { clientId } = details.application;
  return useCallback(
    async (
      item: ApplicationItem,
      chosen: readonly ChosenFile[],
      refused: readonly RefusedFile[],
    ): Promise<void> => {
      if (chosen.length === 0) {
        put(item.id, { kind: 'added', documentId: null, refused });
        return;
      }
      const names = chosen.map(({ name }) => name);
      const { documentId, kind } = destinationOf(item, names, (each) => t(`vocabulary.documentKind.${each}`));
      const ending = new AbortController();
      const cancel = (): void => ending.abort();
      put(item.id, { kind: 'adding', name: names[0] ?? '', fileNo: 1, fileCount: chosen.length, cancel });
      try {
        const files = chosen.map(({ token }) => ({ token }));
        const input = { clientId, documentId, itemId: item.id, kind, files };
        const steps = await backend.documents.add(input, { signal: ending.signal });
        const { added, changeId } = await readAdding(steps, refused, (step) =>
          put(item.id, { ...step, cancel }),
        );
        put(item.id, added);
        if (changeId === null) return;
        showToast({
          message: t('application.taken', { name: names.join(t('application.list')) }),
          undo: { changeId, run: () => takeBack(changeId) },
        });
        offerRenewal(changeId);
      } catch (error) {
        put(item.id, undefined);
        report(error);
      }
    },
    [backend, clientId, put, report, t, takeBack, offerRenewal],
  );
}

/** Files that are not on this computer's disk, such as a picture dragged out of a page, have no token. */
async function tokensOf(files: readonly File[]) {
  const pairs = await Promise.all(
    files.map(async (file) => ({ name: file.name, chosen: await window.certfolio.fileToken(file) })),
  );
  return {
    chosen: pairs.flatMap(({ chosen }) => chosen ?? []),
    refused: pairs.flatMap(({ name, chosen }): RefusedFile[] =>
      chosen === null ? [{ name, code: 'FILE_UNREADABLE', data: { name, detail: '' } }] : [],
    ),
  };
}

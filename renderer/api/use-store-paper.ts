import { useCallback, useState } from 'react';
import type { ValidUntil } from '#shared/contract/values.ts';
import type { ChosenFile } from '#shared/contract/shell.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { useApi } from './api.tsx';
import { isAppErrorCode } from './app-error.ts';
import type { ShownError } from './app-error.ts';
import { useFailures } from './failures.tsx';
import { useTakeBack } from './use-action.ts';
import { useRenewalOffer } from './use-renewal-offer.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

export interface RefusedFile {
  readonly name: string;
  readonly code: ShownError['code'];
  readonly data: ShownError['data'];
}

export type StoreState =
  | { readonly kind: 'idle'; readonly refused: readonly RefusedFile[] }
  | {
      readonly kind: 'storing';
      readonly name: string;
      readonly fileNo: number;
      readonly fileCount: number;
      readonly cancel: () => void;
    };

export interface PaperToStore {
  /** Null makes a new paper. */
  readonly documentId: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly validUntil: ValidUntil;
  readonly files: readonly ChosenFile[];
}

/** Stores files as a paper of a client; `run` resolves with true when every file was kept. */
export function useStorePaper(clientId: string) {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const takeBack = useTakeBack();
  const offerRenewal = useRenewalOffer();
  const [state, setState] = useState<StoreState>({ kind: 'idle', refused: [] });
  const run = useCallback(
    async ({ files, ...paper }: PaperToStore): Promise<boolean> => {
      const ending = new AbortController();
      const cancel = (): void => ending.abort();
      const refused: RefusedFile[] = [];
      try {
        const input = { clientId, ...paper, files: files.map(({ token }) => ({ token })) };
        const steps = await backend.documents.add(input, { signal: ending.signal });
        for await (const step of steps) {
          if (step.kind === 'storing') setState({ ...step, cancel });
          if (step.kind === 'refused')
            refused.push({ ...step, code: isAppErrorCode(step.code) ? step.code : 'INTERNAL' });
          if (step.kind === 'added' && step.changeId !== null) {
            const { changeId } = step;
            showToast({
              message: t('components.store.stored', { name: paper.title, n: step.storedCount }),
              undo: { changeId, run: () => takeBack(changeId) },
            });
            offerRenewal(changeId);
          }
        }
        setState({ kind: 'idle', refused });
        return refused.length === 0;
      } catch (error) {
        setState({ kind: 'idle', refused });
        report(error);
        return false;
      }
    },
    [backend, clientId, report, t, takeBack, offerRenewal],
  );
  return { state, run };
}

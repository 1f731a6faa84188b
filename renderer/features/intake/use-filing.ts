import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { isAppErrorCode } from '#renderer/api/app-error.ts';
import type { ShownError } from '#renderer/api/app-error.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useRenewalOffer } from '#renderer/api/use-renewal-offer.ts';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

export interface Filing {
  readonly now: { readonly done: number; readonly total: number; readonly cancel: () => void } | null;
  /** Pieces that stayed in the tray, and why. */
  readonly refused: readonly (Pick<ShownError, 'code' | 'data'> & { readonly paperId: string })[];
}

/** Files pieces and says how far it is, what was filed, and what was not. */
export function useFiling() {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const { report } = useFailures();
  const takeBack = useTakeBack();
  const offerRenewal = useRenewalOffer();
  const [filing, setFiling] = useState<Filing>({ now: null, refused: [] });
  const file = async (paperIds: readonly string[]): Promise<void> => {
    if (paperIds.length === 0 || filing.now !== null) return;
    const ending = new AbortController();
    const cancel = (): void => ending.abort();
    const refused: Filing['refused'][number][] = [];
    setFiling({ now: { done: 0, total: paperIds.length, cancel }, refused });
    try {
      const steps = await backend.intake.file({ paperIds: [...paperIds] }, { signal: ending.signal });
      for await (const step of steps) {
        if (step.kind === 'filing') setFiling({ now: { ...step, cancel }, refused });
        if (step.kind === 'refused')
          refused.push({ ...step, code: isAppErrorCode(step.code) ? step.code : 'INTERNAL' });
        if (step.kind === 'filed' && step.changeId !== null) {
          const { changeId, filedCount } = step;
          const message = t('intake.filed', { n: format.count(filedCount) });
          showToast({ message, undo: { changeId, run: () => takeBack(changeId) } });
          offerRenewal(changeId);
        }
      }
    } catch (error) {
      report(error);
    }
    setFiling({ now: null, refused: [...refused] });
  };
  return { filing, file, forget: () => setFiling({ now: null, refused: [] }) };
}

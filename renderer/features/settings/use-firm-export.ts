import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FirmStep, WrittenFirm } from '#shared/contract/exports.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';

type Progress = Extract<FirmStep, { readonly kind: 'working' }>;
type Written = WrittenFirm & { readonly token: string };

/** A full export under way: how far it is, what was written, and a way to stop it. */
export function useFirmExport() {
  const t = useT();
  const language = useLanguage();
  const { backend, query, shell } = useApi();
  const { report } = useFailures();
  const now = useQuery(query.system.info.queryOptions()).data?.nowMs ?? Date.now();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<Written | null>(null);
  const stopping = useRef<AbortController>(null);

  const run = async (): Promise<void> => {
    const name = t('settings.export.folder', { date: dateOfInstant(now) });
    const chosen = await shell.chooseTarget({ kind: 'folder', name });
    if (chosen === null) return;
    const own = new AbortController();
    const { signal } = own;
    stopping.current = own;
    setResult(null);
    setProgress({ kind: 'working', what: 'data', done: 0, total: 0 });
    try {
      const { token } = chosen;
      for await (const step of await backend.exports.firm({ target: token, language }, { signal })) {
        if (step.kind === 'working') setProgress(step);
        else setResult({ ...step.result, token });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    result,
    start: () => void run().catch(report),
    cancel: () => stopping.current?.abort(),
    dismiss: () => setResult(null),
    open: (token: string) => void shell.openFolder({ token }).catch(report),
  };
}

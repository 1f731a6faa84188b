import { useEffect, useRef, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

interface Progress {
  readonly figures: string;
  /** Null while it can't be told. */
  readonly share: number | null;
}

/** Looks at the database, the history and all files now; it can be cancelled, and ends with the page. */
export function useCheckNow() {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const [progress, setProgress] = useState<Progress | null>(null);
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const run = async (): Promise<void> => {
    const own = new AbortController();
    ending.current = own;
    setProgress({ figures: '', share: null });
    try {
      for await (const step of await backend.system.verify(undefined, { signal: own.signal })) {
        if (step.kind === 'verified') showToast({ message: t('fileChecks.checked') });
        else if (step.what === 'vault')
          setProgress({
            figures: t('fileChecks.vault', { done: step.done, total: step.total }),
            share: step.total === 0 ? null : step.done / step.total,
          });
        else setProgress({ figures: t(`fileChecks.${step.what}`), share: null });
      }
    } catch (error) {
      if (!own.signal.aborted) report(error);
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    start: (): void => void run(),
    cancel: (): void => ending.current?.abort(),
  };
}

import { useRef, useState } from 'react';
import type { BackupRow } from '#shared/contract/backups.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';

interface Progress {
  readonly what: 'database' | 'files';
  readonly done: number;
  readonly total: number;
}

/** A backup under way: how far it is, how it ended, and a way to stop it. */
export function useBackup(onDone: () => void) {
  const { backend } = useApi();
  const { report } = useFailures();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<BackupRow | null>(null);
  const stopping = useRef<AbortController>(null);
  const run = async (signal: AbortSignal): Promise<void> => {
    try {
      for await (const step of await backend.backups.create({ reason: 'manual' }, { signal })) {
        if (step.kind === 'copying') setProgress({ what: step.what, done: step.done, total: step.total });
        else setResult(step.backup);
      }
      onDone();
    } catch (error) {
      if (!signal.aborted) report(error);
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    result,
    start: () => {
      stopping.current = new AbortController();
      setResult(null);
      setProgress({ what: 'database', done: 0, total: 0 });
      void run(stopping.current.signal);
    },
    cancel: () => stopping.current?.abort(),
    dismiss: () => setResult(null),
  };
}

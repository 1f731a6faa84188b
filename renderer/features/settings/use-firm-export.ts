import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { FirmStep, WrittenFirm } from '#shared/contract/exports.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useFollowed } from '#renderer/api/use-followed.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';

/** One export at a time in a window, whichever page is shown. */
let runs = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
function setRuns(next: boolean): void {
  runs = next;
  for (const listener of listeners) listener();
}

type Progress = Extract<FirmStep, { readonly kind: 'working' }>;

/** Exports all that the firm has; how far it is and what was written is said wherever the user is by then. */
export function useFirmExport() {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const { backend, query, shell } = useApi();
  const { report } = useFailures();
  const follow = useFollowed();
  const now = useQuery(query.system.info.queryOptions()).data?.nowMs ?? Date.now();
  const isBusy = useSyncExternalStore(subscribe, () => runs);

  const tell = (written: WrittenFirm, token: string): void => {
    const done = t('settings.export.done', {
      name: written.name,
      clients: format.count(written.clientCount),
      files: format.count(written.originalCount),
      size: format.bytes(written.sizeBytes),
    });
    const count = written.missingCount;
    const missing = t('settings.export.missing', { count, n: format.count(count) });
    showToast({
      message: count === 0 ? done : `${done}${t('settings.export.stop')}${missing}`,
      stays: 'long',
      action: {
        label: t('components.export.reveal'),
        run: () => void shell.openFolder({ token }).catch(report),
      },
    });
  };

  const run = async (): Promise<void> => {
    const name = t('settings.export.folder', { date: dateOfInstant(now) });
    const chosen = await shell.chooseTarget({ kind: 'folder', name });
    if (chosen === null) return;
    const { token } = chosen;
    let latest: Progress = { kind: 'working', what: 'data', done: 0, total: 0 };
    const figures = (): string =>
      t(`settings.export.part.${latest.what}`, {
        done: format.count(latest.done),
        total: format.count(latest.total),
      });
    const written = await follow(
      t('settings.export.running'),
      async (signal) => {
        const steps = await backend.exports.firm({ target: token, language }, { signal });
        return noted(steps, (step) => {
          latest = step;
        });
      },
      { figures, cancelled: t('settings.export.cancelled') },
    );
    if (written !== undefined) tell(written, token);
  };
  return {
    isBusy,
    start: () => {
      if (runs) return;
      setRuns(true);
      void run()
        .catch(report)
        .finally(() => setRuns(false));
    },
  };
}

async function* noted(
  steps: AsyncIterable<FirmStep>,
  note: (step: Progress) => void,
): AsyncGenerator<FirmStep> {
  for await (const step of steps) {
    if (step.kind === 'working') note(step);
    yield step;
  }
}

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportFormat, WrittenList } from '#shared/contract/exports.ts';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep, Working } from '#shared/contract/work.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { showToast } from '#renderer/components/toast.tsx';
import type { Language } from '#renderer/i18n/language.ts';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useFailures } from './failures.tsx';

interface Asked {
  readonly target: string;
  readonly format: ExportFormat;
  readonly language: Language;
}

type Start = (
  asked: Asked,
  options: { readonly signal: AbortSignal },
) => PromiseLike<AsyncIterable<WorkStep<WrittenList>>>;

/** A list on its way into a file. */
export interface ListExport {
  /** Null while nothing is exported. */
  readonly progress: Working | null;
  /** Always the same function. */
  readonly run: (format: ExportFormat) => void;
  readonly cancel: () => void;
}

/**
 * Writes a list where the user says and tells when it is there. It goes on when the user leaves the screen. `title` names
 * the list and the file.
 */
export function useExport(title: string, start: Start): ListExport {
  const t = useT();
  const language = useLanguage();
  const { query, shell } = useApi();
  const { report } = useFailures();
  const now = useQuery(query.system.info.queryOptions()).data?.nowMs ?? Date.now();
  const [progress, setProgress] = useState<Working | null>(null);
  const stopping = useRef<AbortController>(null);

  const write = async (format: ExportFormat): Promise<void> => {
    const name = `${t('components.export.file', { title, date: dateOfInstant(now) })}.${format}`;
    const chosen = await shell.chooseTarget({ kind: format === 'csv' ? 'text' : 'workbook', name });
    if (chosen === null) return;
    const own = new AbortController();
    const { signal } = own;
    stopping.current = own;
    setProgress({ kind: 'working', done: 0, total: 0 });
    try {
      const steps = start({ target: chosen.token, format, language }, { signal });
      const written = await resultOf(steps, (step) => {
        if (!signal.aborted) setProgress(step);
      });
      showToast({
        message: t('components.export.written', { name: written.name }),
        action: {
          label: t('components.export.reveal'),
          run: () => void shell.reveal({ token: chosen.token }).catch(report),
        },
      });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      // One that was cancelled may end while the next is under way.
      if (stopping.current === own) setProgress(null);
    }
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const run = useCallback((format: ExportFormat) => void latest.current(format).catch(report), [report]);
  return {
    progress,
    run,
    cancel() {
      stopping.current?.abort();
      setProgress(null);
    },
  };
}

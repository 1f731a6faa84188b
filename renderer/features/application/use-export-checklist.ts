import { useCallback, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

export type WrittenChecklist = NonNullable<Awaited<ReturnType<Api['shell']['exportChecklist']>>>;

/** Prints the checklist to a PDF where the user says; `written` stays until it was read. */
export function useExportChecklist() {
  const t = useT();
  const { shell } = useApi();
  const { report } = useFailures();
  const { details, today } = useCase();
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<WrittenChecklist | null>(null);
  const { id: applicationId } = details.application;
  const name = `${t('application.export.file', { client: details.client.name, date: today })}.pdf`;
  const run = useCallback(async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await shell.exportChecklist({ applicationId, name });
      if (file !== null) setWritten(file);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  }, [shell, report, applicationId, name]);
  return { busy, written, run, dismiss: () => setWritten(null) };
}

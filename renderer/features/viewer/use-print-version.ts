import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { OpenPane } from './use-pane.ts';

/** Prints the shown version as it is turned; the system asks where. */
export function usePrintVersion(version: PaperVersion, { turn }: OpenPane) {
  const t = useT();
  const { shell } = useApi();
  const { report } = useFailures();
  const { paper } = usePaper();
  const [isBusy, setBusy] = useState(false);
  const print = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      const { isPrinted } = await shell.printPaper({ documentId: paper.id, versionId: version.id, turn });
      if (isPrinted) showToast({ message: t('viewer.print.done') });
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, print: (): void => void print() };
}

import { useState } from 'react';
import type { ToPrint } from '#shared/contract/bulk.ts';
import { printedAtMost } from '#shared/contract/shell.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useFailures } from './failures.tsx';
import { useFollowed } from './use-followed.ts';

/** The checklists that could not be printed are named so far. */
const namedAtMost = 3;

/**
 * Prints the checklists of what is selected into a folder that the user chooses, and says what became of it. `ask` finds
 * the applications that are meant; `of` is what was selected.
 */
export function usePrintChecklists(ask: () => Promise<ToPrint>, of: 'clients' | 'accounts' | 'applications') {
  const t = useT();
  const format = useFormat();
  const { shell } = useApi();
  const { report } = useFailures();
  const follow = useFollowed();
  const [isBusy, setBusy] = useState(false);

  const nameOf = ({ clientName, kind, number }: ToPrint['rows'][number]): string =>
    t('bulk.print.file', { client: clientName, kind: t(`vocabulary.applicationKind.${kind}`), number });

  const print = async (): Promise<void> => {
    const { rows, total } = await ask();
    if (total === 0) {
      showToast({ message: t(`bulk.print.none.${of}`), stays: 'long' });
      return;
    }
    if (total > printedAtMost) {
      const words = { n: format.count(total), most: format.count(printedAtMost) };
      showToast({ message: t('bulk.print.tooMany', words), stays: 'long' });
      return;
    }
    const folder = await shell.chooseFolder({ purpose: 'print' });
    if (folder === null) return;
    const items = rows.map((row) => ({ applicationId: row.id, name: nameOf(row) }));
    const result = await follow(
      t('bulk.print.running'),
      (signal) => shell.printChecklists({ folder: folder.token, items }, { signal }),
      { figures: 'applications', cancelled: t('bulk.print.cancelled') },
    );
    if (result === undefined) return;
    const { writtenCount, failedNames } = result;
    const written = t('bulk.print.done', { n: format.count(writtenCount), name: folder.name });
    const failed = t('bulk.print.failed', {
      n: format.count(failedNames.length),
      names: failedNames.slice(0, namedAtMost).join(t('bulk.print.and')),
    });
    showToast({
      message: failedNames.length === 0 ? written : `${written}${failed}`,
      stays: 'long',
      action: {
        label: t('components.export.reveal'),
        run: () => void shell.openFolder({ token: folder.token }).catch(report),
      },
    });
  };
  return {
    isBusy,
    run: () => {
      setBusy(true);
      void print()
        .catch(report)
        .finally(() => setBusy(false));
    },
  };
}

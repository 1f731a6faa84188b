import { useState } from 'react';
import type { ViewRow } from '#shared/contract/views.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from '../api.tsx';
import { useFailures } from '../failures.tsx';

/** Views on their way into a file, and a file on its way in; the main process asks where. */
export function useViewFiles() {
  const t = useT();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  /** Token of the file that was chosen. */
  const [chosen, setChosen] = useState<string | null>(null);
  const write = async (views: readonly Pick<ViewRow, 'id' | 'name'>[]): Promise<void> => {
    const [first] = views;
    if (first === undefined) return;
    const name = `${views.length === 1 ? first.name : t('views.all')}.certfolio-view.json`;
    const target = await shell.chooseTarget({ kind: 'views', name });
    if (target === null) return;
    const { token } = target;
    const written = await backend.views.exportFile({ ids: views.map(({ id }) => id), target: token });
    showToast({
      message: t('views.exported', written),
      action: {
        label: t('components.export.reveal'),
        run: () => void shell.reveal({ token }).catch(report),
      },
    });
  };
  const choose = async (): Promise<void> => {
    const [file] = await shell.chooseFiles({ kind: 'views' });
    if (file !== undefined) setChosen(file.token);
  };
  return {
    chosen,
    write: (views: readonly Pick<ViewRow, 'id' | 'name'>[]) => write(views).catch(report),
    choose: () => choose().catch(report),
    drop: () => setChosen(null),
  };
}

import { useCallback } from 'react';
import type { TrayWay } from '#shared/contract/intake.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { isAppErrorCode } from '#renderer/api/app-error.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import type { RefusedFile } from '#renderer/api/use-store-paper.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { beginDrop } from './taking.ts';

type Steps = Awaited<ReturnType<Api['backend']['intake']['take']>>;

/** Takes files into the tray, whichever page is open: progress and what was refused stand on the tray's page. */
export function useTake() {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const { report } = useFailures();
  const takeBack = useTakeBack();
  const follow = useCallback(
    async (call: (signal: AbortSignal) => PromiseLike<Steps>): Promise<void> => {
      const ending = new AbortController();
      const drop = beginDrop(() => ending.abort());
      const refused: RefusedFile[] = [];
      try {
        for await (const step of await call(ending.signal)) {
          if (step.kind === 'refused')
            refused.push({ ...step, code: isAppErrorCode(step.code) ? step.code : 'INTERNAL' });
          else if (step.kind !== 'taken') drop.tell(step);
          else if (step.changeId !== null) {
            const { changeId, takenCount } = step;
            const message = t('intake.taken', { n: format.count(takenCount) });
            showToast({ message, undo: { changeId, run: () => takeBack(changeId) } });
          }
        }
      } catch (error) {
        report(error);
      }
      drop.end(refused);
    },
    [format, report, t, takeBack],
  );
  const takeTokens = useCallback(
    (tokens: readonly string[], cameBy: TrayWay): void => {
      if (tokens.length > 0)
        void follow((signal) => backend.intake.take({ tokens: [...tokens], cameBy }, { signal }));
    },
    [backend, follow],
  );
  /** Files of a drop or the clipboard; a picture that lies in no file is taken by its bytes. */
  const takeFiles = useCallback(
    async (files: readonly File[], cameBy: TrayWay): Promise<void> => {
      const tokens = await Promise.all(files.map((file) => window.certfolio.fileToken(file, true)));
      const known = tokens.flatMap((chosen) => (chosen === null ? [] : [chosen.token]));
      if (known.length > 0) {
        takeTokens(known, cameBy);
        return;
      }
      const [file] = files;
      if (file === undefined) return;
      const name = t('intake.pastedName', { at: format.moment(Date.now(), Date.now()).replaceAll(':', '-') });
      const ending = file.type === 'image/jpeg' ? '.jpg' : '.png';
      void follow((signal) => backend.intake.takeBytes({ name: `${name}${ending}`, file }, { signal }));
    },
    [backend, follow, format, t, takeTokens],
  );
  return { takeTokens, takeFiles };
}

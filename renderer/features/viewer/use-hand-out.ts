import type { CopyMark } from '#shared/contract/hand-outs.ts';
import { endingOf } from '#shared/domain/file-ending.ts';
import { markedMediaType } from '#shared/domain/mark-words.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import type { Occasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { OpenPane } from './use-pane.ts';
import { paperName } from './version-words.ts';

/** Gives a copy of the shown version, as a file where the user says or on paper; resolves with whether it was given. */
export function useHandOut(version: PaperVersion, { turn }: OpenPane) {
  const t = useT();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  const { paper } = usePaper();
  const { id: versionId } = version;
  const asFile = async (occasion: Occasion, mark: CopyMark | null): Promise<boolean> => {
    const name = t('handOuts.give.file', { paper: paperName(paper, t), client: paper.clientName });
    const ending = endingOf(mark === null ? version.mediaType : markedMediaType(version));
    const chosen = await shell.chooseTarget({ kind: 'copy', name: `${name}${ending}` });
    if (chosen === null) return false;
    const { token: target } = chosen;
    const written = await backend.handOuts.copy({ versionId, target, mark, ...occasion });
    showToast({
      message: t('handOuts.give.written', { name: written.name }),
      action: {
        label: t('handOuts.give.reveal'),
        run: () => void shell.reveal({ token: target }).catch(report),
      },
    });
    return true;
  };
  const onPaper = async (occasion: Occasion): Promise<boolean> => {
    const { isPrinted } = await shell.printPaper({ documentId: paper.id, versionId, turn, ...occasion });
    if (isPrinted) showToast({ message: t('viewer.print.done') });
    return isPrinted;
  };
  return (of: 'file' | 'print', occasion: Occasion, mark: CopyMark | null): Promise<boolean> =>
    (of === 'file' ? asFile(occasion, mark) : onPaper(occasion)).catch((error: unknown) => {
      report(error);
      return false;
    });
}

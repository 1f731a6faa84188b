import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useOccasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import type { Occasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import { useFollowed } from '#renderer/api/use-followed.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';

interface ExportDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** For whom everything about a person is and why; then it is written where the user says. */
export function ExportDialog({ id, onClose }: ExportDialogProps) {
  const t = useT();
  const { said, isComplete, fields } = useOccasion(null, {
    recipient: t('people.export.recipient'),
    purpose: t('people.export.purpose'),
  });
  const write = useWriteExport(id);
  return (
    <FormDialog
      title={t('people.export.title')}
      confirm={t('people.export.confirm')}
      canSave={isComplete}
      onSave={() => write(said)}
      onClose={onClose}
    >
      {fields}
      <p className="cf-xs cf-ink-2">{t('people.export.note')}</p>
    </FormDialog>
  );
}

/** Asks where and writes; the folder's name, which the register keeps, does not name the person. */
function useWriteExport(id: string) {
  const t = useT();
  const language = useLanguage();
  const { backend, query, shell } = useApi();
  const { report } = useFailures();
  const follow = useFollowed();
  const today = useQuery(query.system.info.queryOptions()).data?.today;
  return async (occasion: Occasion): Promise<boolean> => {
    try {
      const name = t('people.export.folder', { date: today ?? '' });
      const chosen = await shell.chooseTarget({ kind: 'folder', name });
      if (chosen === null) return false;
      const { token: target } = chosen;
      const written = await follow(
        t('people.export.running'),
        (signal) => backend.people.export({ id, target, language, ...occasion }, { signal }),
        { figures: 'records', cancelled: t('people.export.cancelled') },
      );
      if (written === undefined) return false;
      const lost = written.missing.length;
      const said = [
        t('people.export.written', { name: written.name, count: written.fileCount }),
        lost > 0 ? t('people.export.missing', { count: lost }) : null,
      ].filter((each) => each !== null);
      showToast({
        message: said.join(t('keeping.and')),
        action: {
          label: t('people.export.reveal'),
          run: () => void shell.reveal({ token: target }).catch(report),
        },
      });
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
}

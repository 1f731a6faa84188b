import { useApi } from '#renderer/api/api.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DifferencePart } from './difference-list.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { differenceWords } from './rule-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

interface ImportPackDialogProps {
  /** Token of the chosen file. */
  readonly file: string;
  readonly onClose: () => void;
}

/** A pack file before it is taken in. */
export function ImportPackDialog({ file, onClose }: ImportPackDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const speech = useRuleSpeech();
  const look = useLook(['previewPack', file], (signal) => backend.rules.previewPack({ file }, { signal }));
  return (
    <ImportDialog
      title={t('rules.import.title')}
      look={look}
      install={(input) => backend.rules.installPack({ file, ...input })}
      differences={({ differences, comparedWith }) => (
        <DifferencePart version={comparedWith} rows={differenceWords(differences, speech)} />
      )}
      onInstalled={({ head }) => {
        onClose();
        navigateTo(paths.rules(head.id));
      }}
      onClose={onClose}
    />
  );
}

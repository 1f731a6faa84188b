import { LineDialog } from '#renderer/components/line-dialog.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

interface NameDialogProps {
  /** Empty for a new view. */
  readonly initial: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

export function NameDialog({ initial, onClose, onName }: NameDialogProps) {
  const t = useT();
  return (
    <LineDialog
      title={t(initial === '' ? 'views.saveAs' : 'views.rename')}
      label={t('views.name')}
      initial={initial}
      confirm={t('components.action.save')}
      onClose={onClose}
      onConfirm={onName}
    />
  );
}

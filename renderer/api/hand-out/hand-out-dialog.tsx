import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useOccasion } from './occasion-fields.tsx';
import type { Occasion } from './occasion-fields.tsx';

interface HandOutDialogProps {
  readonly of: 'file' | 'print';
  readonly clientId: string;
  readonly onClose: () => void;
  /** Resolves with true when the copy was handed out. */
  readonly onGive: (occasion: Occasion) => Promise<boolean>;
}

/** Asks for whom a copy is and why before it leaves. */
export function HandOutDialog({ of, clientId, onClose, onGive }: HandOutDialogProps) {
  const t = useT();
  const { said, isComplete, fields } = useOccasion(clientId);
  return (
    <FormDialog
      title={t(of === 'print' ? 'handOuts.give.printTitle' : 'handOuts.give.title')}
      confirm={t(of === 'print' ? 'handOuts.give.printConfirm' : 'handOuts.give.confirm')}
      canSave={isComplete}
      onSave={() => onGive(said)}
      onClose={onClose}
      width={440}
    >
      {fields}
      <p className="cf-xs cf-ink-2">{t('handOuts.give.note')}</p>
    </FormDialog>
  );
}

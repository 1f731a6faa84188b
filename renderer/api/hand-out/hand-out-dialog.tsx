import type { CopyMark } from '#shared/contract/hand-outs.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useMark } from './mark-fields.tsx';
import { useOccasion } from './occasion-fields.tsx';
import type { Occasion } from './occasion-fields.tsx';

interface HandOutDialogProps {
  readonly of: 'file' | 'print';
  readonly clientId: string;
  readonly onClose: () => void;
  /** Resolves with true when the copy was handed out. */
  readonly onGive: (occasion: Occasion, mark: CopyMark | null) => Promise<boolean>;
}

/** Asks for whom a copy is and why before it leaves. */
export function HandOutDialog({ of, clientId, onClose, onGive }: HandOutDialogProps) {
  const t = useT();
  const { said, isComplete, fields } = useOccasion(clientId);
  const marking = useMark({ clientId, said });
  const mark = of === 'file' ? marking.mark : null;
  return (
    <FormDialog
      title={t(of === 'print' ? 'handOuts.give.printTitle' : 'handOuts.give.title')}
      confirm={t(of === 'print' ? 'handOuts.give.printConfirm' : 'handOuts.give.confirm')}
      canSave={isComplete && (of === 'print' || marking.isComplete)}
      onSave={() => onGive(said, mark)}
      onClose={onClose}
      width={440}
    >
      {fields}
      {of === 'file' && marking.fields}
      <p className="cf-xs cf-ink-2">{t(mark === null ? 'handOuts.give.note' : 'handOuts.give.noteMarked')}</p>
    </FormDialog>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { StaleNotice } from '#renderer/components/stale-notice.tsx';
import { useSeenSave } from '#renderer/components/use-seen-save.ts';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { PersonChoice } from './person-choice.tsx';

interface AssignDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** Whose rows they are, where others were selected. */
  readonly note?: ReactNode;
  readonly look: { readonly count: number; readonly consultantId: CommonValue<string | null> };
  /** Only of rows that are clients it can be stale. */
  readonly onAssign: (consultantId: string | null) => Promise<SeenWritten>;
  readonly onClose: () => void;
}

/** Puts many rows into one consultant's charge. */
export function AssignDialog({ title, confirm, note, look, onAssign, onClose }: AssignDialogProps) {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const { isStale, save } = useSeenSave(() => onAssign(chosen ?? null));
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      canSave={chosen !== undefined && look.count > 0}
      onSave={save}
      onClose={onClose}
    >
      {note && <p className="cf-ink-2">{note}</p>}
      <PersonChoice common={look.consultantId} chosen={chosen} autoFocus onChange={setChosen} />
      {isStale && <StaleNotice of="clients" />}
    </FormDialog>
  );
}

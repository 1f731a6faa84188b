import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { FormDialog } from './form-dialog.tsx';

type TrashDialogProps = {
  readonly title: string;
  /** What goes along, and how it comes back. */
  readonly children: ReactNode;
  readonly canTrash?: boolean;
  readonly onTrash: () => void;
  readonly onClose: () => void;
};

/** Asks before many rows go to the trash. */
export function TrashDialog({ title, children, canTrash = true, onTrash, onClose }: TrashDialogProps) {
  const t = useT();
  return (
    <FormDialog
      title={title}
      confirm={t('bulk.trash.confirm')}
      canSave={canTrash}
      acceptsAtOnce
      onSave={() => {
        onTrash();
        return Promise.resolve(true);
      }}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}

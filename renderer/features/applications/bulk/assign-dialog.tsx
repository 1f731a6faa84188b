import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationsLook } from '#shared/contract/bulk.ts';
import { useApi } from '#renderer/api/api.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MixedChoice } from '#renderer/components/mixed-choice.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface AssignDialogProps {
  readonly look: ApplicationsLook;
  readonly onAssign: (consultantId: string | null) => void;
  readonly onClose: () => void;
}

/** Puts the selected applications into one consultant's charge. */
export function AssignDialog({ look, onAssign, onClose }: AssignDialogProps) {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const n = format.count(look.count);
  return (
    <FormDialog
      title={t('bulk.assign.title', { n })}
      confirm={t('bulk.assign.save', { n })}
      canSave={chosen !== undefined && look.count > 0}
      onSave={() => {
        if (chosen !== undefined) onAssign(chosen);
        return Promise.resolve(true);
      }}
      onClose={onClose}
    >
      <MixedChoice
        label={t('bulk.edit.consultantId')}
        common={look.consultantId}
        chosen={chosen}
        values={people.map(({ id }) => id)}
        words={(id) => people.find((person) => person.id === id)?.name ?? ''}
        nothing={t('clients.nobody')}
        autoFocus
        onChange={setChosen}
      />
    </FormDialog>
  );
}

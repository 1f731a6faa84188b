import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { consultantRow } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Field, TextField } from '#renderer/components/field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

interface PersonDialogProps {
  /** Null makes a new one. */
  readonly person: z.infer<typeof consultantRow> | null;
  readonly onClose: () => void;
}

/** One consultant: name, how to reach, how much fits into a week. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const [name, setName] = useState(person?.name ?? '');
  const [phone, setPhone] = useState(person?.phone ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [weeklyCapacity, setCapacity] = useState<number | null>(person?.weeklyCapacity ?? null);
  const save = async (): Promise<void> => {
    const consultant = { name, phone: phone || null, email: email || null, weeklyCapacity };
    const saved = await act(
      () => backend.consultants.save({ id: person?.id ?? null, consultant }),
      t('settings.people.saved', { name }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={person?.name ?? t('settings.people.add')}
      footer={
        <>
          <Button variant="filled" disabled={name.trim() === ''} onClick={() => void save()}>
            {t('settings.people.save')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <TextField label={t('settings.people.name')} value={name} onChange={setName} required data-autofocus />
      <TextField label={t('settings.people.phone')} value={phone} onChange={setPhone} />
      <TextField label={t('settings.people.email')} value={email} onChange={setEmail} />
      <Field label={t('settings.people.capacity')}>
        {(ids) => (
          <NumberInput
            {...ids}
            min={0}
            max={999}
            allowDecimal={false}
            value={weeklyCapacity ?? ''}
            onChange={(value) => setCapacity(typeof value === 'number' ? value : null)}
          />
        )}
      </Field>
    </DialogFrame>
  );
}

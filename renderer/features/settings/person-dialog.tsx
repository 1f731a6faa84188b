import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { consultantRow } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { Field, TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { phoneFinding } from '#renderer/components/identifier-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';

const personDraft = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  weeklyCapacity: z.int().nullable(),
});

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
  const draft = useFormDraft({
    form: `person.${person?.id ?? 'new'}`,
    schema: personDraft,
    values: { name, phone, email, weeklyCapacity },
    put: (typed) => {
      setName(typed.name);
      setPhone(typed.phone);
      setEmail(typed.email);
      setCapacity(typed.weeklyCapacity);
    },
    isChange: person !== null,
  });
  const save = async (): Promise<boolean> => {
    const consultant = { name, phone: phone || null, email: email || null, weeklyCapacity };
    const saved = await act(
      () => backend.consultants.save({ id: person?.id ?? null, consultant }),
      t('settings.people.saved', { name }),
    );
    return saved !== undefined;
  };
  return (
    <FormDialog
      title={person?.name ?? t('settings.people.add')}
      confirm={t('settings.people.save')}
      canSave={name.trim() !== ''}
      onSave={save}
      onClose={onClose}
      draft={draft}
    >
      <TextField label={t('settings.people.name')} value={name} onChange={setName} required data-autofocus />
      <TextField
        label={t('settings.people.phone')}
        value={phone}
        onChange={setPhone}
        check={phoneFinding(phone, t)}
      />
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
    </FormDialog>
  );
}

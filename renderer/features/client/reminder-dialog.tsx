import { useState } from 'react';
import { z } from 'zod';
import { calendarDate } from '#shared/contract/values.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';

const reminderDraft = z.object({ title: z.string(), dueOn: calendarDate.nullable() });

/** A reminder about this client: what, and on which day. */
export function ReminderDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details, today, account } = useClient();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<CalendarDate | null>(today);
  const draft = useFormDraft({
    form: `reminder.${account?.applicationId ?? details.client.id}`,
    schema: reminderDraft,
    values: { title, dueOn },
    put: (typed) => {
      setTitle(typed.title);
      setDueOn(typed.dueOn);
    },
    isChange: false,
  });
  const save = async (): Promise<boolean> => {
    if (dueOn === null) return false;
    const owner = { clientId: details.client.id, applicationId: account?.applicationId ?? null };
    const task = { id: null, ...owner, title: title.trim(), dueOn };
    return (
      (await act(() => backend.tasks.save(task), t('client.duties.saved', { name: task.title }))) !==
      undefined
    );
  };
  return (
    <FormDialog
      title={t('client.duties.add')}
      canSave={title.trim() !== '' && dueOn !== null}
      onSave={save}
      onClose={onClose}
      draft={draft}
    >
      <TextField
        label={t('client.duties.what')}
        value={title}
        onChange={setTitle}
        required
        data-autofocus
        autoComplete="off"
      />
      <DateField
        label={t('client.duties.when')}
        value={dueOn}
        parse={(text) => readTypedDate(text, t)}
        onChange={(value) => setDueOn(value === 'forever' ? null : value)}
        required
      />
    </FormDialog>
  );
}

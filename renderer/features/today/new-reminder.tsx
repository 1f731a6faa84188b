import { useState } from 'react';
import { z } from 'zod';
import { calendarDate } from '#shared/contract/values.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';

const reminderDraft = z.object({ title: z.string(), dueOn: calendarDate.nullable() });

interface NewReminderProps {
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** A reminder of the firm's own: what, and on which day. */
export function NewReminder({ today, onClose }: NewReminderProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<CalendarDate | null>(today);
  const isComplete = title.trim() !== '' && dueOn !== null;
  const draft = useFormDraft({
    form: 'reminder.firm',
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
    const saved = await act(
      () => backend.tasks.save({ id: null, clientId: null, title, dueOn }),
      t('today.reminderSaved'),
    );
    return saved !== undefined;
  };
  return (
    <FormDialog
      title={t('today.newReminderTitle')}
      canSave={isComplete}
      onSave={save}
      onClose={onClose}
      draft={draft}
    >
      <TextField label={t('today.reminderWhat')} value={title} onChange={setTitle} required data-autofocus />
      <DateField
        label={t('today.reminderWhen')}
        value={dueOn}
        parse={(text) => readTypedDate(text, t)}
        onChange={(value) => setDueOn(value === 'forever' ? null : value)}
        required
      />
    </FormDialog>
  );
}

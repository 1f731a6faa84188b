import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';

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
  const save = async (): Promise<void> => {
    if (dueOn === null || title.trim() === '') return;
    const saved = await act(
      () => backend.tasks.save({ id: null, clientId: null, title, dueOn }),
      t('today.reminderSaved'),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('today.newReminderTitle')}
      footer={
        <>
          <Button variant="filled" disabled={!isComplete} onClick={() => void save()}>
            {t('components.action.save')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <TextField label={t('today.reminderWhat')} value={title} onChange={setTitle} required data-autofocus />
      <DateField
        label={t('today.reminderWhen')}
        value={dueOn}
        parse={(text) => readTypedDate(text, t)}
        onChange={(value) => setDueOn(value === 'forever' ? null : value)}
        required
        onEnter={() => void save()}
      />
    </DialogFrame>
  );
}

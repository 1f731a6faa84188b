import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { formatTime } from '#renderer/i18n/format-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Check } from '../check-line.tsx';
import { DateField } from '../date-field.tsx';
import { TextField } from '../field.tsx';
import { readTypedDate } from '../read-typed-date.ts';
import { TextButton } from '../text-button.tsx';
import { readMoment } from '../typed-moment.ts';
import type { TypedMoment } from '../typed-moment.ts';
import { onKeys } from '../use-shortcuts.ts';
import styles from './notes.module.css';

export interface NoteText {
  readonly text: string;
  /** Null: now, or what it was. */
  readonly atMs: number | null;
}

interface NoteFormProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The moment that stands in the fields when they are opened. */
  readonly atMs: number;
  readonly nowMs: number;
  /** What the moment is until it is set, such as 现在. */
  readonly momentWords: string;
  readonly saveWords: string;
  /** Resolves with false when it was not written: what was typed stays, or is put back into a field that is empty by then. */
  readonly onSave: (note: NoteText) => Promise<boolean>;
  /** A note that is changed can be left as it was. */
  readonly onCancel?: () => void;
  /** Beside the actions, such as that a draft was restored. */
  readonly end?: ReactNode;
}

/** Several lines and their moment; Ctrl+Enter writes them. */
export function NoteForm(props: NoteFormProps) {
  const { label, text, onText, nowMs, onSave, onCancel } = props;
  const t = useT();
  const [moment, setMoment] = useState<TypedMoment | null>(null);
  const [isBusy, setBusy] = useState(false);
  const read = moment === null ? null : readMoment(moment, { nowMs });
  const canSave = text.trim() !== '' && read?.ok !== false && !isBusy;
  const isNew = onCancel === undefined;
  const save = async (): Promise<void> => {
    if (!canSave) return;
    // The next new one is typed while this one is being written.
    if (isNew) setMoment(null);
    else setBusy(true);
    const isSaved = await onSave({ text: text.trim(), atMs: read?.ok === true ? read.atMs : null });
    setBusy(false);
    if (!isSaved) setMoment((now) => now ?? moment);
    else if (!isNew) setMoment(null);
  };
  const keys = onKeys({ 'mod+enter': () => void save(), ...(onCancel && { escape: onCancel }) });
  return (
    <div className={styles.form} onKeyDown={keys}>
      <Textarea
        aria-label={label}
        placeholder={t('components.notes.placeholder')}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        autoFocus={!isNew}
        autosize
        minRows={isNew && text === '' ? 1 : 3}
        maxRows={14}
        maxLength={20_000}
      />
      {(text !== '' || !isNew) && (
        <>
          {moment !== null && <Moment moment={moment} fault={read} onChange={setMoment} />}
          <div className={styles.actions}>
            {moment === null && (
              <TextButton plain onClick={() => setMoment(typedMoment(props.atMs))}>
                {t('components.notes.moment', { moment: props.momentWords })}
              </TextButton>
            )}
            {props.end}
            <span className="cf-grow" />
            {onCancel && (
              <Button variant="subtle" onClick={onCancel}>
                {t('components.action.cancel')}
              </Button>
            )}
            <Button disabled={!canSave} title="Ctrl Enter" onClick={() => void save()}>
              {props.saveWords}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

const typedMoment = (atMs: number): TypedMoment => ({ date: dateOfInstant(atMs), time: formatTime(atMs) });

const danger = (text: string): Check => ({ tone: 'danger', text });

interface MomentProps {
  readonly moment: TypedMoment;
  readonly fault: ReturnType<typeof readMoment> | null;
  readonly onChange: (moment: TypedMoment) => void;
}

function Moment({ moment, fault, onChange }: MomentProps) {
  const t = useT();
  const what = fault?.ok === false ? fault.fault : null;
  return (
    <div className={styles.moment}>
      <DateField
        label={t('components.notes.date')}
        value={moment.date}
        parse={(text) => readTypedDate(text, t)}
        onChange={(date) => onChange({ ...moment, date: date === 'forever' ? null : date })}
        {...(what === 'in_future' && { check: danger(t('components.notes.inFuture')) })}
      />
      <TextField
        label={t('components.notes.time')}
        value={moment.time}
        onChange={(time) => onChange({ ...moment, time })}
        autoComplete="off"
        {...(what === 'no_time' && { check: danger(t('components.notes.noTime')) })}
      />
    </div>
  );
}

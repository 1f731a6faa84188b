import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { recordedValues } from '#shared/domain/stated-record.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import { natureOf, statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField, StatedValues } from '#shared/domain/stated-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { isComposing } from './composing.ts';
import { TextField } from './field.tsx';
import { statedFinding, statedLabel } from './stated-words.ts';
import { useSuggestedCheck } from './suggested-check.tsx';
import styles from './stated-form.module.css';

interface Paper {
  readonly kind: DocumentKind;
  readonly contactId: string | null;
  readonly stated: StatedValues;
}

interface StatedFormProps {
  readonly paper: Paper;
  readonly recorded: RecordedFacts;
  readonly today: CalendarDate;
  /** Takes the changed fields alone, empty where nothing is stated any more. Resolves with true when it was saved. */
  readonly onSave: (changes: StatedValues) => Promise<boolean>;
  readonly onDone: () => void;
}

/** What a paper says, typed off it or left empty; each line tells how it stands to what is on file. Enter saves. */
export function StatedForm({ paper, recorded, today, onSave, onDone }: StatedFormProps) {
  const t = useT();
  const { kind, stated } = paper;
  const fields = statedFieldsOf(kind);
  const [texts, setTexts] = useState<StatedValues>(stated);
  const changes = changedTexts(fields, stated, texts);
  const isChanged = Object.keys(changes).length > 0;
  const save = async (): Promise<void> => {
    if (!isChanged || (await onSave(changes))) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={t('components.stated.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
      }}
    >
      <p className="cf-xs cf-ink-3">{t('components.stated.hint')}</p>
      <div className={styles.fields}>
        {fields.map((field, index) => (
          <StatedLine
            key={field}
            label={statedLabel(kind, field, recorded.client.entityType, t)}
            field={field}
            text={texts[field] ?? ''}
            recorded={recordedValues(field, paper, recorded)}
            today={today}
            isFirst={index === 0}
            onChange={(text) => setTexts((before) => ({ ...before, [field]: text }))}
          />
        ))}
      </div>
      <div className="cf-row">
        <Button type="submit" variant="filled" disabled={!isChanged}>
          {t('components.action.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('components.action.cancel')}
        </Button>
      </div>
    </form>
  );
}

function changedTexts(fields: readonly StatedField[], before: StatedValues, now: StatedValues): StatedValues {
  const changed = fields.filter((field) => (now[field] ?? '').trim() !== (before[field] ?? ''));
  return Object.fromEntries(changed.map((field) => [field, (now[field] ?? '').trim()]));
}

interface StatedLineProps {
  readonly label: string;
  readonly field: StatedField;
  readonly text: string;
  readonly recorded: readonly string[];
  readonly today: CalendarDate;
  readonly isFirst: boolean;
  readonly onChange: (text: string) => void;
}

/** Names of persons and accounts are short, and stand two in a line. */
const short: ReadonlySet<StatedField> = new Set<StatedField>([
  'legal_representative',
  'administrator_name',
  'account_name',
  'original_id',
  'app_id',
]);

function StatedLine({ label, field, text, recorded, today, isFirst, onChange }: StatedLineProps) {
  const t = useT();
  const check = useSuggestedCheck(statedFinding({ field, text, recorded, today }, t), onChange);
  return (
    <div data-short={short.has(field) || undefined}>
      <TextField
        label={label}
        value={text}
        onChange={onChange}
        mono={natureOf(field) !== 'name'}
        autoFocus={isFirst}
        autoComplete="off"
        spellCheck={false}
        {...(check && { check })}
      />
    </div>
  );
}

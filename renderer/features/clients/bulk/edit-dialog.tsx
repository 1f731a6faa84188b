import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClientBulkFields, ClientsLook } from '#shared/contract/bulk.ts';
import { serviceStatuses } from '#shared/contract/clients.ts';
import { lastReportableYear } from '#shared/domain/annual-report.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { standings } from '#shared/domain/standing.ts';
import { PersonChoice } from '#renderer/api/person-choice.tsx';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MixedChoice } from '#renderer/components/mixed-choice.tsx';
import { MixedDate } from '#renderer/components/mixed-date.tsx';
import { MixedHint } from '#renderer/components/mixed-hint.tsx';
import { StaleNotice } from '#renderer/components/stale-notice.tsx';
import { useSeenSave } from '#renderer/components/use-seen-save.ts';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { changesOf, touched } from './edit-draft.ts';
import type { EditDraft } from './edit-draft.ts';
import styles from './edit-dialog.module.css';

interface EditDialogProps {
  readonly look: ClientsLook;
  readonly today: CalendarDate;
  /** The field that was asked for. */
  readonly field?: 'consultantId' | 'serviceStatus';
  readonly onWrite: (changes: Partial<ClientBulkFields>) => Promise<SeenWritten>;
  readonly onClose: () => void;
}

/** The fields of the selected clients: what they have in common, 多个值 where they differ; only what is touched is written. */
export function EditDialog({ look, today, field, onWrite, onClose }: EditDialogProps) {
  const t = useT();
  const format = useFormat();
  const [draft, setDraft] = useState<EditDraft>({});
  const changes = changesOf(draft);
  const count = changes === undefined ? 0 : Object.keys(changes).length;
  const n = format.count(look.count);
  const { isStale, save } = useSeenSave(() => onWrite(changes ?? {}));
  return (
    <FormDialog
      title={t('bulk.edit.title', { n })}
      confirm={t('bulk.edit.save', { n })}
      canSave={count > 0 && look.count > 0}
      width={560}
      onSave={save}
      onClose={onClose}
    >
      <Fields {...{ look, today, field, draft }} onDraft={setDraft} />
      {isStale && <StaleNotice of="clients" />}
      <p className="cf-xs cf-ink-2" role="status">
        {count === 0 ? t('bulk.edit.untouched') : t('bulk.edit.preview', { clients: n, fields: count })}
      </p>
    </FormDialog>
  );
}

interface FieldsProps extends Pick<EditDialogProps, 'look' | 'today' | 'field'> {
  readonly draft: EditDraft;
  readonly onDraft: (draft: EditDraft) => void;
}

function Fields({ look: { fields }, today, field, draft, onDraft }: FieldsProps) {
  const t = useT();
  const set = <Key extends keyof EditDraft>(key: Key, value: EditDraft[Key] | undefined): void =>
    onDraft(touched(draft, key, value, today));
  const lastYear = lastReportableYear(today);
  const years = [0, 1, 2, 3, 4].map((back) => String(lastYear - back));
  return (
    <div className={styles.fields}>
      <PersonChoice
        common={fields.consultantId}
        chosen={draft.consultantId}
        autoFocus={field !== 'serviceStatus'}
        onChange={(value) => set('consultantId', value)}
      />
      <MixedChoice
        label={t('bulk.edit.serviceStatus')}
        common={fields.serviceStatus}
        chosen={draft.serviceStatus}
        values={serviceStatuses}
        words={(status) => t(`vocabulary.serviceStatus.${status}`)}
        autoFocus={field === 'serviceStatus'}
        onChange={(value) => set('serviceStatus', value ?? undefined)}
      />
      <MixedDate
        label={t('bulk.edit.serviceSinceOn')}
        common={fields.serviceSinceOn}
        chosen={draft.serviceSinceOn}
        onChange={(value) => set('serviceSinceOn', value)}
      />
      <FeeField
        common={fields.serviceFeeFen}
        text={draft.feeText}
        onChange={(text) => set('feeText', text)}
      />
      <MixedChoice
        label={t('bulk.edit.standing')}
        common={fields.standing}
        chosen={draft.standing}
        values={standings}
        words={(standing) => t(`vocabulary.standing.${standing}`)}
        nothing={t('bulk.edit.nothing')}
        onChange={(value) => set('standing', value)}
      />
      <MixedDate
        label={t('bulk.edit.standingCheckedOn')}
        common={fields.standingCheckedOn}
        chosen={draft.standingCheckedOn}
        onChange={(value) => set('standingCheckedOn', value)}
      />
      <MixedChoice
        label={t('bulk.edit.annualReportYear')}
        common={yearText(fields.annualReportYear)}
        chosen={textOf(draft.annualReportYear)}
        values={withKnown(years, fields.annualReportYear)}
        words={(year) => t('bulk.edit.year', { year })}
        nothing={t('bulk.edit.nothing')}
        onChange={(value) => set('annualReportYear', typeof value === 'string' ? Number(value) : value)}
      />
    </div>
  );
}

const textOf = (year: number | null | undefined): string | null | undefined =>
  typeof year === 'number' ? String(year) : year;
const yearText = (common: CommonValue<number | null>): CommonValue<string | null> =>
  common.isMixed ? common : { isMixed: false, value: textOf(common.value) ?? null };
const withKnown = (years: readonly string[], common: CommonValue<number | null>): readonly string[] =>
  common.isMixed || common.value === null || years.includes(String(common.value))
    ? years
    : [...years, String(common.value)];

interface FeeFieldProps {
  readonly common: CommonValue<number | null>;
  readonly text: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

function FeeField({ common, text, onChange }: FeeFieldProps) {
  const t = useT();
  const format = useFormat();
  const shared = common.isMixed || common.value === null ? '' : format.money(common.value);
  const isFault = text !== undefined && changesOf({ feeText: text }) === undefined;
  return (
    <Field
      label={t('bulk.edit.serviceFeeFen')}
      hint={
        <MixedHint
          isMixed={common.isMixed}
          isTouched={text !== undefined}
          onReset={() => onChange(undefined)}
        />
      }
      {...(isFault && { check: { tone: 'danger', text: t('components.notMoney') } })}
    >
      {(ids) => (
        <TextInput
          {...ids}
          value={text ?? shared}
          placeholder={common.isMixed ? t('bulk.mixed') : undefined}
          error={isFault}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

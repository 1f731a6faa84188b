import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { callOutcomes } from '#shared/domain/missed-calls.ts';
import type { CallOutcome } from '#shared/domain/missed-calls.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { formatTime } from '#renderer/i18n/format-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { MomentFields } from './moment-fields.tsx';
import { readMoment } from '#renderer/components/typed-moment.ts';
import type { TypedMoment } from '#renderer/components/typed-moment.ts';

/** Notes one call of the reviewer: answered or missed, when (now until it is touched), and a remark. */
export function CallDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details, nowMs } = useCase();
  const [outcome, setOutcome] = useState<CallOutcome>('missed');
  const [moment, setMoment] = useState<TypedMoment | null>(null);
  const [remark, setRemark] = useState('');
  const [openedAtMs] = useState(nowMs);
  const shown = moment ?? { date: dateOfInstant(openedAtMs), time: formatTime(openedAtMs) };
  const read = moment === null ? null : readMoment(moment, { nowMs });
  const save = async (): Promise<boolean> => {
    if (read?.ok === false) return false;
    const call = {
      id: details.application.id,
      outcome,
      remark: remark.trim(),
      ...(read !== null && { atMs: read.atMs }),
    };
    const done = await act(
      () => backend.applications.recordCall(call),
      t(`application.call.noted.${outcome}`),
    );
    return done !== undefined;
  };
  return (
    <FormDialog
      title={t('application.call.note')}
      canSave={read === null || read.ok}
      onSave={save}
      onClose={onClose}
      acceptsAtOnce
    >
      <SegmentedControl<CallOutcome>
        aria-label={t('application.call.note')}
        value={outcome}
        onChange={setOutcome}
        data={callOutcomes.map((value) => ({ value, label: t(`application.call.choice.${value}`) }))}
      />
      <MomentFields moment={shown} fault={read?.ok === false ? read.fault : undefined} onChange={setMoment} />
      <TextField
        label={t('application.call.remark')}
        value={remark}
        onChange={setRemark}
        maxLength={500}
        autoComplete="off"
      />
    </FormDialog>
  );
}

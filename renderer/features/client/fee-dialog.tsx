import { useState } from 'react';
import { z } from 'zod';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { feeKinds } from '#shared/contract/fees.ts';
import { calendarDate } from '#shared/contract/values.ts';
import { formatFen } from '#shared/domain/money.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { orNull } from './changed-fields.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MoneyField, readMoney } from '#renderer/components/money-field.tsx';
import styles from './client.module.css';

type Fee = ClientDetails['fees'][number];

const feeDraft = z.object({
  kind: z.enum(feeKinds),
  title: z.string(),
  amount: z.string(),
  chargedOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  invoice: z.string(),
});

interface FeeDialogProps {
  /** Null makes a new one. */
  readonly fee: Fee | null;
  readonly onClose: () => void;
}

export function FeeDialog({ fee, onClose }: FeeDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details, today, account } = useClient();
  const [kind, setKind] = useState(fee?.kind ?? 'service');
  const [title, setTitle] = useState(fee?.title ?? '');
  const [amount, setAmount] = useState(fee === null ? '' : formatFen(fee.amountFen));
  const [chargedOn, setChargedOn] = useState<CalendarDate | null>(fee?.chargedOn ?? today);
  const [dueOn, setDueOn] = useState<CalendarDate | null>(fee?.dueOn ?? null);
  const [invoice, setInvoice] = useState(fee?.invoiceNumber ?? '');
  const amountFen = readMoney(amount);
  const draft = useFormDraft({
    form: `fee.${fee?.id ?? account?.applicationId ?? details.client.id}`,
    schema: feeDraft,
    values: { kind, title, amount, chargedOn, dueOn, invoice },
    put: (typed) => {
      setKind(typed.kind);
      setTitle(typed.title);
      setAmount(typed.amount);
      setChargedOn(typed.chargedOn);
      setDueOn(typed.dueOn);
      setInvoice(typed.invoice);
    },
    isChange: fee !== null,
  });
  const save = async (): Promise<boolean> => {
    if (amountFen === undefined || chargedOn === null) return false;
    const fields = { kind, title: title.trim(), amountFen, chargedOn, dueOn, invoiceNumber: orNull(invoice) };
    const ids = {
      clientId: details.client.id,
      id: fee?.id ?? null,
      applicationId: fee?.applicationId ?? account?.applicationId ?? null,
    };
    const saved = await act(
      () => backend.fees.save({ ...ids, fee: fields }),
      t('client.fees.saved', { title: fields.title }),
    );
    return saved !== undefined;
  };
  return (
    <FormDialog
      title={fee?.title ?? t('client.fees.add')}
      canSave={title.trim() !== '' && amountFen !== undefined && chargedOn !== null}
      onSave={save}
      onClose={onClose}
      draft={draft}
    >
      <TextField
        label={t('client.fees.column.title')}
        value={title}
        onChange={setTitle}
        required
        data-autofocus
        autoComplete="off"
      />
      <div className={styles.pair}>
        <ChoiceField
          label={t('client.fees.column.kind')}
          values={feeKinds}
          words={(each) => t(`vocabulary.feeKind.${each}`)}
          value={kind}
          onChange={setKind}
        />
        <MoneyField label={t('client.fees.column.amount')} text={amount} onChange={setAmount} />
      </div>
      <div className={styles.pair}>
        <DateField
          label={t('client.fees.chargedOn')}
          value={chargedOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => setChargedOn(value === 'forever' ? null : value)}
          required
        />
        <DateField
          label={t('client.fees.dueOn')}
          value={dueOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => setDueOn(value === 'forever' ? null : value)}
        />
      </div>
      <TextField label={t('client.fees.invoice')} value={invoice} onChange={setInvoice} autoComplete="off" />
    </FormDialog>
  );
}

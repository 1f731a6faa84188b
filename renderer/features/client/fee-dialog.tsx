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
import { useSave } from '#renderer/api/use-save.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { changedFields, orNull } from '#renderer/components/changed-fields.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MoneyField, readMoney } from '#renderer/components/money-field.tsx';
import styles from './client.module.css';

type Fee = ClientDetails['fees'][number];
type FeeFields = Omit<Fee, 'id' | 'applicationId' | 'paidFen'>;

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
  const saveFee = useSaveFee(fee);
  const save = async (): Promise<boolean> => {
    if (amountFen === undefined || chargedOn === null) return false;
    return saveFee({
      kind,
      title: title.trim(),
      amountFen,
      chargedOn,
      dueOn,
      invoiceNumber: orNull(invoice),
    });
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

function useSaveFee(fee: Fee | null): (fields: FeeFields) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveFields = useSave();
  // What was shown when the dialog opened is what the save starts from.
  const [opened] = useState(fee);
  const { details, account } = useClient();
  const owner = { clientId: details.client.id, applicationId: account?.applicationId ?? null };
  return async (fields) => {
    const done = t('client.fees.saved', { title: fields.title });
    const saved =
      opened === null
        ? await act(() => backend.fees.save({ ...owner, id: null, fee: fields }), done)
        : await saveFields<FeeFields>(
            {
              ...changedFields<FeeFields>(opened, fields),
              ...{ rowId: opened.id, of: 'fees' },
              write: (save) => backend.fees.update({ id: opened.id, ...save }),
            },
            done,
          );
    return saved !== undefined;
  };
}

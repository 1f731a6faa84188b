import { useState } from 'react';
import { z } from 'zod';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { calendarDate } from '#shared/contract/values.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { formatFen } from '#shared/domain/money.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { orNull } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MoneyField, readMoney } from '#renderer/components/money-field.tsx';
import styles from './client.module.css';

const paymentDraft = z.object({
  amount: z.string(),
  paidOn: calendarDate.nullable(),
  method: z.string(),
});

interface PaymentDialogProps {
  readonly fee: ClientDetails['fees'][number];
  readonly onClose: () => void;
}

/** Records that money came in for a fee; the whole rest is proposed. */
export function PaymentDialog({ fee, onClose }: PaymentDialogProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const { today } = useClient();
  const [amount, setAmount] = useState(formatFen(fee.amountFen - fee.paidFen));
  const [paidOn, setPaidOn] = useState<CalendarDate | null>(today);
  const [method, setMethod] = useState('');
  const amountFen = readMoney(amount);
  const draft = useFormDraft({
    form: `payment.${fee.id}`,
    schema: paymentDraft,
    values: { amount, paidOn, method },
    put: (typed) => {
      setAmount(typed.amount);
      setPaidOn(typed.paidOn);
      setMethod(typed.method);
    },
    // What was proposed hangs on what had been paid by then, not on the day.
    isChange: true,
    basis: { owedFen: fee.amountFen - fee.paidFen },
  });
  const save = async (): Promise<boolean> => {
    if (amountFen === undefined || paidOn === null) return false;
    const paid = await act(
      () => backend.fees.pay({ feeId: fee.id, amountFen, paidOn, method: orNull(method) }),
      t('client.fees.paid', { amount: format.money(amountFen), title: fee.title }),
    );
    return paid !== undefined;
  };
  return (
    <FormDialog
      title={t('client.fees.payFor', { title: fee.title })}
      confirm={t('client.fees.pay')}
      canSave={amountFen !== undefined && amountFen > 0 && paidOn !== null}
      onSave={save}
      onClose={onClose}
      draft={draft}
    >
      <div className={styles.pair}>
        <MoneyField label={t('client.fees.column.amount')} text={amount} onChange={setAmount} autoFocus />
        <DateField
          label={t('client.fees.paidOn')}
          value={paidOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => setPaidOn(value === 'forever' ? null : value)}
          required
        />
      </div>
      <TextField label={t('client.fees.method')} value={method} onChange={setMethod} autoComplete="off" />
    </FormDialog>
  );
}

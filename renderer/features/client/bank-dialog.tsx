import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import { z } from 'zod';
import { bankAccountKinds } from '#shared/domain/bank-account.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { useSave } from '#renderer/api/use-save.ts';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import {
  accountPermitFinding,
  bankAccountFinding,
  clearingCodeFinding,
} from '#renderer/components/identifier-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { changedFields, orNull } from '#renderer/components/changed-fields.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { holderCheck } from './holder-words.ts';

type BankAccount = ClientDetails['bankAccounts'][number];
type BankAccountFields = Omit<BankAccount, 'id'>;

const bankDraft = z.object({
  kind: z.enum(bankAccountKinds),
  holderName: z.string(),
  bankName: z.string(),
  number: z.string(),
  permit: z.string(),
  clearing: z.string(),
});

interface BankDialogProps {
  /** Null makes a new one. */
  readonly account: BankAccount | null;
  readonly onClose: () => void;
}

/** One bank account; its holder is compared with the client's name as it is typed. */
export function BankDialog({ account, onClose }: BankDialogProps) {
  const t = useT();
  const { client, bankAccounts } = useClient().details;
  const [kind, setKind] = useState(account?.kind ?? (bankAccounts.length === 0 ? 'basic' : 'general'));
  const [holderName, setHolderName] = useState(account?.holderName ?? client.name);
  const [bankName, setBankName] = useState(account?.bankName ?? '');
  const [number, setNumber] = useState(account?.accountNumber ?? '');
  const [permit, setPermit] = useState(account?.permitNumber ?? '');
  const [clearing, setClearing] = useState(account?.clearingCode ?? '');
  const draft = useFormDraft({
    form: `bank.${account?.id ?? client.id}`,
    schema: bankDraft,
    values: { kind, holderName, bankName, number, permit, clearing },
    put: (typed) => {
      setKind(typed.kind);
      setHolderName(typed.holderName);
      setBankName(typed.bankName);
      setNumber(typed.number);
      setPermit(typed.permit);
      setClearing(typed.clearing);
    },
    isChange: account !== null,
  });
  const saveAccount = useSaveAccount(account);
  const save = (): Promise<boolean> =>
    saveAccount({
      kind,
      holderName: holderName.trim(),
      bankName: orNull(bankName),
      accountNumber: orNull(number),
      permitNumber: orNull(permit),
      clearingCode: orNull(clearing),
    });
  return (
    <FormDialog
      title={t(account === null ? 'client.banks.add' : 'client.banks.edit')}
      canSave={holderName.trim() !== ''}
      onSave={save}
      onClose={onClose}
      draft={draft}
      extra={account && ((end) => <RemoveButton account={account} onDone={end} />)}
    >
      <ChoiceField
        label={t('client.banks.kind')}
        values={bankAccountKinds}
        words={(each) => t(`vocabulary.bankAccountKind.${each}`)}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t('client.banks.holder')}
        value={holderName}
        onChange={setHolderName}
        required
        autoComplete="off"
        {...(holderName.trim() !== '' && { check: holderCheck(holderName, client, t) })}
      />
      <TextField
        label={t('client.banks.bank')}
        value={bankName}
        onChange={setBankName}
        data-autofocus
        autoComplete="off"
      />
      <CodeField
        label={t('client.banks.number')}
        value={number}
        onChange={setNumber}
        check={bankAccountFinding(number, kind === 'personal' ? 'personal' : 'corporate', t)}
      />
      <CodeField
        label={t('client.banks.clearing')}
        value={clearing}
        onChange={setClearing}
        check={clearingCodeFinding(clearing, t)}
      />
      {(kind === 'basic' || permit !== '') && (
        <CodeField
          label={t('client.banks.permit')}
          value={permit}
          onChange={setPermit}
          check={accountPermitFinding(permit, t)}
        />
      )}
    </FormDialog>
  );
}

function useSaveAccount(account: BankAccount | null): (fields: BankAccountFields) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveFields = useSave();
  // What was shown when the dialog opened is what the save starts from.
  const [opened] = useState(account);
  const clientId = useClient().details.client.id;
  return async (bankAccount) => {
    const done = t('client.banks.saved');
    const saved =
      opened === null
        ? await act(() => backend.clients.saveBankAccount({ clientId, id: null, bankAccount }), done)
        : await saveFields<BankAccountFields>(
            {
              ...changedFields<BankAccountFields>(opened, bankAccount),
              ...{ rowId: opened.id, of: 'bank_accounts' },
              write: (save) => backend.clients.updateBankAccount({ id: opened.id, ...save }),
            },
            done,
          );
    return saved !== undefined;
  };
}

type CodeFieldProps = Pick<ComponentProps<typeof TextField>, 'label' | 'value' | 'onChange' | 'check'>;

/** A number or code as it stands on paper: nothing completes or corrects it. */
function CodeField(props: CodeFieldProps) {
  return <TextField {...props} mono autoComplete="off" spellCheck={false} />;
}

function RemoveButton({ account, onDone }: { readonly account: BankAccount; readonly onDone: () => void }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const remove = async (): Promise<void> => {
    const removed = await act(
      () => backend.clients.removeBankAccount({ id: account.id }),
      t('client.banks.removed'),
    );
    if (removed !== undefined) onDone();
  };
  return (
    <Button
      leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
      onClick={() => void remove()}
    >
      {t('components.action.remove')}
    </Button>
  );
}

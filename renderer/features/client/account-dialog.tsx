import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountFields } from '#shared/contract/accounts.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountBasicFields, FilingFields, newAccountBasics } from './account-fields.tsx';
import { CategoryField } from './category-field.tsx';
import { changedFields, orNull } from './changed-fields.ts';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import styles from './client.module.css';

interface AccountDialogProps {
  /** Null makes a new one. */
  readonly account: ClientDetails['accounts'][number] | null;
  readonly onClose: () => void;
}

const nothing: AccountFields = {
  ...newAccountBasics,
  originalId: null,
  filingNumber: null,
  filedOn: null,
  category: null,
  certifiedSinceOn: null,
  certifiedUntilOn: null,
  remark: null,
};

/** One account: where it is, its ids, and until when it is certified. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useT();
  const [form, setForm] = useState<AccountFields>(account === null ? nothing : fieldsOf(account));
  const set = (part: Partial<AccountFields>): void => setForm((before) => ({ ...before, ...part }));
  const save = useSave(account, form);
  return (
    <FormDialog
      title={account?.name ?? t('client.accounts.add')}
      canSave={form.name.trim() !== ''}
      onSave={save}
      onClose={onClose}
      extra={account && <TrashButton account={account} onDone={onClose} />}
    >
      <AccountBasicFields value={form} onChange={set} />
      <div className={styles.pair}>
        <DateField
          label={t('client.account.certifiedSince')}
          value={form.certifiedSinceOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => set({ certifiedSinceOn: value === 'forever' ? null : value })}
        />
        <DateField
          label={t('client.account.certifiedUntil')}
          value={form.certifiedUntilOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => set({ certifiedUntilOn: value === 'forever' ? null : value })}
          {...(isReversed(form) && { check: { tone: 'warning' as const, text: t('client.reversed') } })}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('client.account.originalId')}
          value={form.originalId ?? ''}
          onChange={(text) => set({ originalId: text === '' ? null : text })}
          mono
          autoComplete="off"
        />
        <CategoryField account={form} onChange={(category) => set({ category })} />
      </div>
      <FilingFields value={form} onChange={set} />
      <TextField
        label={t('client.account.remark')}
        value={form.remark ?? ''}
        onChange={(text) => set({ remark: text === '' ? null : text })}
        autoComplete="off"
      />
    </FormDialog>
  );
}

const isReversed = ({ certifiedSinceOn, certifiedUntilOn }: AccountFields): boolean =>
  certifiedSinceOn !== null && certifiedUntilOn !== null && certifiedUntilOn < certifiedSinceOn;

function fieldsOf(account: ClientDetails['accounts'][number]): AccountFields {
  const { platform, kind, name, appId, originalId, filingNumber, filedOn } = account;
  const { category, certifiedSinceOn, certifiedUntilOn, remark } = account;
  const ids = { platform, kind, name, appId, originalId, filingNumber, filedOn };
  return { ...ids, category, certifiedSinceOn, certifiedUntilOn, remark };
}

function useSave(account: AccountDialogProps['account'], form: AccountFields): () => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const clientId = useClient().details.client.id;
  return async () => {
    const fields = {
      ...form,
      name: form.name.trim(),
      appId: orNull(form.appId ?? ''),
      originalId: orNull(form.originalId ?? ''),
      filingNumber: orNull(form.filingNumber ?? ''),
    };
    const done = t('client.account.saved', { name: fields.name });
    const saved =
      account === null
        ? await act(() => backend.accounts.create({ clientId, account: fields }), done)
        : await act(
            () => backend.accounts.update({ id: account.id, ...changedFields(fieldsOf(account), fields) }),
            done,
          );
    return saved !== undefined;
  };
}

interface TrashButtonProps {
  readonly account: ClientDetails['accounts'][number];
  readonly onDone: () => void;
}

function TrashButton({ account, onDone }: TrashButtonProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const trash = async (): Promise<void> => {
    const trashed = await act(
      () => backend.accounts.trash({ id: account.id }),
      t('client.account.trashed', { name: account.name }),
    );
    if (trashed !== undefined) onDone();
  };
  return (
    <Button
      leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
      onClick={() => void trash()}
    >
      {t('client.trash')}
    </Button>
  );
}

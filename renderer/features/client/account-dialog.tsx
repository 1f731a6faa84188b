import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { accountFields } from '#shared/contract/accounts.ts';
import type { AccountFields } from '#shared/contract/accounts.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { useSave as useSaveFields } from '#renderer/api/use-save.ts';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { formatTime } from '#renderer/i18n/format-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountBasicFields, FilingFields, newAccountBasics } from './account-fields.tsx';
import { CertifiedFields, isSoundTime } from './certified-fields.tsx';
import { CategoryField } from './category-field.tsx';
import { changedFields, orNull } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTakenAppId } from './use-taken-app-id.ts';
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
  certifiedUntilAtMs: null,
  remark: null,
};

/** A form may be left before there is a name. */
const accountDraft = accountFields.extend({ name: z.string(), time: z.string() });

/** One account: where it is, its ids, and until when it is certified. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useT();
  const [form, setForm] = useState<AccountFields>(account === null ? nothing : fieldsOf(account));
  const endAtMs = account?.certifiedUntilAtMs ?? null;
  const [time, setTime] = useState(endAtMs === null ? '' : formatTime(endAtMs));
  const set = (part: Partial<AccountFields>): void => setForm((before) => ({ ...before, ...part }));
  const { id: clientId } = useClient().details.client;
  const draft = useFormDraft({
    form: `account.${account?.id ?? clientId}`,
    schema: accountDraft,
    values: { ...form, time },
    put: ({ time: typed, ...fields }) => {
      setForm(fields);
      setTime(typed);
    },
    isChange: account !== null,
  });
  const { taken, noteTaken } = useTakenAppId(form);
  const save = useSave(account, form, noteTaken);
  return (
    <FormDialog
      title={account?.name ?? t('client.accounts.add')}
      canSave={form.name.trim() !== '' && isSoundTime(time)}
      onSave={save}
      onClose={onClose}
      draft={draft}
      extra={account && ((end) => <TrashButton account={account} onDone={end} />)}
    >
      <AccountBasicFields value={form} onChange={set} taken={taken} />
      <div className={styles.pair}>
        <CertifiedFields value={form} time={time} onChange={set} onTime={setTime} />
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

function fieldsOf(account: ClientDetails['accounts'][number]): AccountFields {
  const { platform, kind, name, appId, originalId, filingNumber, filedOn } = account;
  const { category, certifiedSinceOn, certifiedUntilOn, certifiedUntilAtMs, remark } = account;
  const ids = { platform, kind, name, appId, originalId, filingNumber, filedOn };
  return { ...ids, category, certifiedSinceOn, certifiedUntilOn, certifiedUntilAtMs, remark };
}

function useSave(
  account: AccountDialogProps['account'],
  form: AccountFields,
  isKnown: (error: unknown) => boolean,
): () => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveFields = useSaveFields();
  // What was shown when the dialog opened is what the save starts from.
  const [opened] = useState(account);
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
      opened === null
        ? await act(() => backend.accounts.create({ clientId, account: fields }), done, isKnown)
        : await saveFields<AccountFields>(
            {
              ...changedFields(fieldsOf(opened), fields),
              ...{ rowId: opened.id, isKnown },
              write: (save) => backend.accounts.update({ id: opened.id, ...save }),
            },
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

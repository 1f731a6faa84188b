import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountBulkFields, AccountFieldsLook } from '#shared/contract/bulk-accounts.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useCategoryList } from '#renderer/api/use-category-list.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MixedDate } from '#renderer/components/mixed-date.tsx';
import { StaleNotice } from '#renderer/components/stale-notice.tsx';
import { useSeenSave } from '#renderer/components/use-seen-save.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';
import { CategoryChoice } from './category-choice.tsx';
import { isReversed, touched } from './edit-draft.ts';
import type { AccountDraft } from './edit-draft.ts';
import { LookDialog } from './look-dialog.tsx';

/** The fields of the selected accounts: what they have in common, 多个值 where they differ; only what is touched is written. */
export function AccountsEdit(props: AccountsDialog) {
  const t = useT();
  const { query } = useApi();
  // Those that were meant when it was opened: what is typed outlives a row that leaves the list.
  const [meant] = useState(props.meant);
  const look = useQuery(query.bulk.lookAtAccountFields.queryOptions({ input: meant }));
  if (look.data !== undefined) return <EditDialog {...props} meant={meant} look={look.data} />;
  return (
    <LookDialog
      title={t('bulk.action.edit')}
      error={look.error}
      onRetry={() => void look.refetch()}
      onClose={props.onClose}
    />
  );
}

interface EditDialogProps extends AccountsDialog {
  readonly look: AccountFieldsLook;
}

function EditDialog({ meant, changes, look, onClose }: EditDialogProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [draft, setDraft] = useState<AccountDraft>({});
  const { isStale, save } = useSeenSave(() =>
    changes.write({
      title: t('bulk.accounts.edit.running'),
      unit: 'accounts',
      done: (n) => t('bulk.accounts.edit.done', { n }),
      start: (signal) =>
        backend.bulk.writeAccounts({ ...meant, changes: draft, seen: look.seen }, { signal }),
    }),
  );
  const count = Object.keys(draft).length;
  const n = format.count(look.count);
  return (
    <FormDialog
      title={t('bulk.accounts.edit.title', { n })}
      confirm={t('bulk.accounts.edit.save', { n })}
      canSave={count > 0 && look.count > 0}
      onSave={save}
      onClose={onClose}
    >
      <Fields look={look} draft={draft} onDraft={setDraft} />
      {isStale && <StaleNotice of="accounts" />}
      <p className="cf-xs cf-ink-2" role="status">
        {count === 0
          ? t('bulk.accounts.edit.untouched')
          : t('bulk.accounts.edit.preview', { accounts: n, fields: count })}
      </p>
    </FormDialog>
  );
}

interface FieldsProps extends Pick<EditDialogProps, 'look'> {
  readonly draft: AccountDraft;
  readonly onDraft: (draft: AccountDraft) => void;
}

function Fields({ look: { fields, exactEndCount, merchantCount }, draft, onDraft }: FieldsProps) {
  const t = useT();
  const format = useFormat();
  const pack = useCategoryList({
    platform: fields.platform.isMixed ? undefined : fields.platform.value,
    kind: fields.kind.isMixed ? undefined : fields.kind.value,
  });
  const set = <Key extends keyof AccountBulkFields>(key: Key, value: AccountDraft[Key] | undefined): void =>
    onDraft(touched(draft, key, value));
  const day = (key: 'filedOn' | 'certifiedSinceOn' | 'certifiedUntilOn') => ({
    common: fields[key],
    chosen: draft[key],
    onChange: (value: AccountDraft[typeof key] | undefined) => set(key, value),
  });
  const losesTimes = draft.certifiedUntilOn !== undefined && exactEndCount > 0;
  // A merchant is not filed.
  const isFiled = fields.kind.isMixed || fields.kind.value !== 'merchant';
  return (
    <>
      <CategoryChoice
        common={fields.category}
        chosen={draft.category}
        pack={pack}
        onChange={(value) => set('category', value)}
      />
      {isFiled && <MixedDate label={t('client.account.filedOn')} {...day('filedOn')} />}
      {draft.filedOn !== undefined && merchantCount > 0 && (
        <p className="cf-xs cf-ink-2">
          {t('bulk.accounts.edit.merchants', { n: format.count(merchantCount) })}
        </p>
      )}
      <MixedDate label={t('client.account.certifiedSince')} {...day('certifiedSinceOn')} />
      <MixedDate
        label={t('client.account.certifiedUntil')}
        {...day('certifiedUntilOn')}
        {...(isReversed(draft, fields) && {
          check: { tone: 'warning' as const, text: t('client.reversed') },
        })}
      />
      {losesTimes && (
        <p className="cf-xs cf-ink-2">{t('bulk.accounts.edit.times', { n: format.count(exactEndCount) })}</p>
      )}
    </>
  );
}

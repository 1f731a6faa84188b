import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { startKinds } from '#shared/contract/bulk-accounts.ts';
import type { StartKind } from '#shared/contract/bulk-accounts.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useLook } from '#renderer/api/use-look.ts';
import { Checking } from '#renderer/components/checking.tsx';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { withoutRows } from '#renderer/components/chosen-rows.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { StaleNotice } from '#renderer/components/stale-notice.tsx';
import { useSeenSave } from '#renderer/components/use-seen-save.ts';
import { useSure } from '#renderer/components/use-sure.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';
import { StartsChecked } from './starts-checked.tsx';

interface AccountsStartProps extends AccountsDialog {
  readonly choice: ListChoice;
}

/** What each account asks for. */
const own = 'own';

/** A new application for each of the selected accounts; all are looked at beforehand, and those that can't have one are named. */
export function AccountsStart({ meant, changes, choice, onClose }: AccountsStartProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [kind, setKind] = useState<StartKind | typeof own>(own);
  const input = { ...meant, ...(kind !== own && { kind }) };
  const look = useLook(['bulk', 'checkStart', input], (signal) => backend.bulk.checkStart(input, { signal }));
  const { result: check, progress, error } = look;
  const { isSure, setSure } = useSure([kind, check?.doubtfulIds]);
  const n = format.count(check?.count ?? 0);
  const isDoubtful = (check?.doubtfulIds.length ?? 0) > 0;
  const can = check !== undefined && check.count > 0 && check.refusedIds.length === 0;
  const { isStale, save } = useSeenSave(() =>
    changes.write({
      title: t('bulk.accounts.start.running'),
      unit: 'applications',
      done: (written) => t('bulk.accounts.start.done', { n: written }),
      start: (signal) => backend.bulk.startApplications({ ...input, seen: check?.seen }, { signal }),
    }),
  );
  return (
    <FormDialog
      title={t('bulk.accounts.start.title', { n: format.count(choice.count) })}
      confirm={t('bulk.accounts.start.save', { n })}
      canSave={can && (!isDoubtful || isSure)}
      width={560}
      acceptsAtOnce
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={t('client.newApplication.kind')}
        values={[own, ...startKinds]}
        words={(each) =>
          each === own ? t('bulk.accounts.start.own') : t(`vocabulary.applicationKind.${each}`)
        }
        value={kind}
        onChange={setKind}
      />
      {error !== null && error !== undefined && <QueryFailure error={error} onRetry={look.again} />}
      {check === undefined && !error && <Checking unit="accounts" progress={progress} />}
      {check && (
        <StartsChecked check={check} onLeave={(ids) => choice.choose(withoutRows(choice.chosen, ids))} />
      )}
      {isStale && <StaleNotice of="accounts" />}
      {isDoubtful && (
        <Checkbox
          label={t('bulk.accounts.start.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}

import { useState } from 'react';
import { BulkStepDialog } from '#renderer/api/bulk-step-dialog.tsx';
import type { StepKind } from '#renderer/api/bulk-step-dialog.tsx';
import { useApi } from '#renderer/api/api.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';

interface AccountsStepProps extends AccountsDialog {
  readonly kind: StepKind;
  /** Of the accounts. */
  readonly count: number;
}

/** One step of the applications under way of the selected accounts; some of them can be left out of it. */
export function AccountsStep({ meant, changes, kind, count, onClose }: AccountsStepProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [without, setWithout] = useState<readonly string[]>([]);
  const these = { ...meant, without: [...without] };
  return (
    <BulkStepDialog
      kind={kind}
      note={t('bulk.accounts.step.note', { n: format.count(count) })}
      meant={['accounts', these]}
      check={(step, signal) => backend.bulk.checkStepOfAccounts({ ...these, step }, { signal })}
      onStep={(step) =>
        changes.write({
          title: t('bulk.step.running'),
          unit: 'applications',
          done: (n) => t('bulk.step.done', { n }),
          start: (signal) => backend.bulk.stepApplicationsOfAccounts({ ...these, step }, { signal }),
        })
      }
      leave={t('bulk.accounts.step.leave')}
      onLeave={(ids) => setWithout([...without, ...ids])}
      onClose={onClose}
    />
  );
}

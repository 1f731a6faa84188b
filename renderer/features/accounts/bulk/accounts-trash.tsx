import { useApi } from '#renderer/api/api.tsx';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { withoutRows } from '#renderer/components/chosen-rows.ts';
import { Notice } from '#renderer/components/notice.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { TrashDialog } from '#renderer/components/trash-dialog.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';

interface AccountsTrashProps extends AccountsDialog {
  readonly choice: ListChoice;
  /** Accounts with an application under way. */
  readonly busy: readonly string[];
}

/** Asks before the selected accounts go to the trash; those with an application under way can't. */
export function AccountsTrash({ meant, changes, choice, busy, onClose }: AccountsTrashProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const trash = (): void =>
    void changes
      .run({
        title: t('bulk.trash.accountsRunning'),
        unit: 'accounts',
        done: (n) => t('bulk.trash.accountsDone', { n }),
        start: (signal) => backend.bulk.trashAccounts(meant, { signal }),
      })
      .then((outcome) => {
        if (outcome !== undefined) choice.drop();
      });
  return (
    <TrashDialog
      title={t('bulk.trash.accounts', { n: format.count(choice.count) })}
      canTrash={busy.length === 0}
      onTrash={trash}
      onClose={onClose}
    >
      {busy.length === 0 ? (
        <p className="cf-ink-2">{t('bulk.trash.accountsNote')}</p>
      ) : (
        <Notice
          tone="danger"
          title={t('bulk.trash.busy', { n: format.count(busy.length) })}
          actions={
            <TextButton onClick={() => choice.choose(withoutRows(choice.chosen, busy))}>
              {t('bulk.step.leave')}
            </TextButton>
          }
        >
          {t('bulk.trash.busyNote')}
        </Notice>
      )}
    </TrashDialog>
  );
}

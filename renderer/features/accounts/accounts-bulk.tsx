import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useBulkChange } from '#renderer/api/use-bulk-change.ts';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { exportAction } from '#renderer/components/bulk-export.ts';
import { withoutRows } from '#renderer/components/chosen-rows.ts';
import { ExportProgress } from '#renderer/components/export-list.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { TrashDialog } from '#renderer/components/trash-dialog.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

type Bulk = Api['backend']['bulk'];
type Exported = Parameters<Api['backend']['exports']['accounts']>[0];

interface AccountsBulkProps {
  readonly filter: NonNullable<Exported['filter']>;
  readonly sort: NonNullable<Exported['sort']>;
  /** By what the list is grouped. */
  readonly by: Exported['group'];
  readonly choice: ListChoice;
  readonly look: Awaited<ReturnType<Bulk['lookAtAccounts']>> | undefined;
}

/** What can be done with the selected accounts. */
export function AccountsBulk(props: AccountsBulkProps) {
  return props.choice.count === 0 ? null : <Bar {...props} />;
}

function Bar({ filter, sort, by, choice, look }: AccountsBulkProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const { isBusy, run } = useBulkChange();
  const [asksTrash, setAsksTrash] = useState(false);
  const meant = { filter, rows: choice.rows };
  const title = t('accounts.title');
  const list = useExport(title, (wanted, options) =>
    backend.exports.accounts({ ...meant, sort, group: by, ...wanted }, options),
  );
  const busy = look?.busy ?? [];
  const n = format.count(choice.count);
  const trash = (): void =>
    void run({
      title: t('bulk.trash.accountsRunning'),
      done: (count) => t('bulk.trash.accountsDone', { n: count }),
      start: (signal) => backend.bulk.trashAccounts(meant, { signal }),
    }).then((outcome) => {
      if (outcome !== undefined) choice.drop();
    });
  return (
    <>
      <BulkBar
        chosen={t('bulk.accounts.chosen', { n })}
        actions={[
          exportAction(t, list.run),
          {
            ...{ id: 'trash', Icon: IconTrash, letter: 'delete', run: () => setAsksTrash(true) },
            label: t('bulk.action.trash'),
          },
        ]}
        busy={isBusy}
        onDrop={choice.drop}
      />
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      {asksTrash && look && (
        <TrashDialog
          title={t('bulk.trash.accounts', { n })}
          canTrash={busy.length === 0}
          onTrash={trash}
          onClose={() => setAsksTrash(false)}
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
      )}
    </>
  );
}

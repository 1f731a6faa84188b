import { IconPencil, IconProgressCheck, IconTag, IconTrash, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientsLook } from '#shared/contract/bulk.ts';
import type { ClientGroup } from '#shared/contract/row-groups.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { usePrintChecklists } from '#renderer/api/use-print-checklists.ts';
import { useSeenChange } from '#renderer/api/use-seen-change.ts';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import type { BulkAction } from '#renderer/components/bulk-bar.tsx';
import { exportAction } from '#renderer/components/bulk-export.ts';
import { printAction } from '#renderer/components/bulk-print.ts';
import { ExportProgress } from '#renderer/components/export-list.tsx';
import { TagsDialog } from '#renderer/components/tags-dialog.tsx';
import { TrashDialog } from '#renderer/components/trash-dialog.tsx';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { plainFilter } from '../client-view.ts';
import type { ClientView } from '../client-view.ts';
import { EditDialog } from './edit-dialog.tsx';

interface ClientsBulkProps {
  readonly view: ClientView;
  readonly choice: ListChoice;
  readonly look: ClientsLook | undefined;
  readonly today: CalendarDate | undefined;
  /** By what the list is grouped. */
  readonly by: ClientGroup | undefined;
}

type Asked = 'assign' | 'status' | 'edit' | 'tags' | 'trash';

/** What can be done with the selected clients. */
export function ClientsBulk(props: ClientsBulkProps) {
  return props.choice.count === 0 ? null : <Bar {...props} />;
}

function Bar({ view, by, choice, look, today }: ClientsBulkProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [asked, setAsked] = useState<Asked | null>(null);
  const meant = { filter: plainFilter(view.filter), rows: choice.rows };
  const { isBusy, write, trash } = useWriting(meant, look, choice.drop);
  const list = useExport(t('clients.title'), (wanted, options) =>
    backend.exports.clients({ ...meant, sort: view.sort, group: by, ...wanted }, options),
  );
  const print = usePrintChecklists(() => backend.bulk.toPrintOfClients(meant), 'clients');
  const n = format.count(choice.count);
  const close = (): void => setAsked(null);
  return (
    <>
      <BulkBar
        chosen={t('bulk.clients.chosen', { n })}
        actions={[
          ...useActions(setAsked),
          printAction(t, print.run),
          exportAction(t, list.run),
          trashAction(t, () => setAsked('trash')),
        ]}
        busy={isBusy || print.isBusy}
        onDrop={choice.drop}
      />
      <ExportProgress title={t('clients.title')} progress={list.progress} onCancel={list.cancel} />
      {look && today && (asked === 'assign' || asked === 'status' || asked === 'edit') && (
        <EditDialog
          {...{ look, today }}
          {...(asked !== 'edit' && { field: asked === 'assign' ? 'consultantId' : 'serviceStatus' })}
          onWrite={(changes) => write({ changes })}
          onClose={close}
        />
      )}
      {look && asked === 'tags' && (
        <TagsDialog
          look={look}
          onWrite={({ addTags, removeTags }) =>
            write({ addTags: [...addTags], removeTags: [...removeTags] }, 'tags')
          }
          onClose={close}
        />
      )}
      {asked === 'trash' && (
        <TrashDialog title={t('bulk.trash.clients', { n })} onTrash={trash} onClose={close}>
          <p className="cf-ink-2">{t('bulk.trash.clientsNote')}</p>
        </TrashDialog>
      )}
    </>
  );
}

function useActions(onAsk: (asked: Asked) => void): readonly BulkAction[] {
  const t = useT();
  const action = (id: Exclude<Asked, 'trash'>, Icon: BulkAction['Icon'], letter: string): BulkAction => ({
    ...{ id, Icon, letter },
    label: t(`bulk.action.${id}`),
    run: () => onAsk(id),
  });
  return [
    action('assign', IconUserShare, 'a'),
    action('tags', IconTag, 't'),
    action('status', IconProgressCheck, 's'),
    action('edit', IconPencil, 'e'),
  ];
}

const trashAction = (t: ReturnType<typeof useT>, run: () => void): BulkAction => ({
  ...{ id: 'trash', Icon: IconTrash, letter: 'delete', run },
  label: t('bulk.action.trash'),
});

type Written = Omit<Parameters<Api['backend']['bulk']['writeClients']>[0], 'filter' | 'rows' | 'seen'>;
type Meant = Parameters<Api['backend']['bulk']['lookAtClients']>[0];

function useWriting(meant: Meant, look: ClientsLook | undefined, onGone: () => void) {
  const t = useT();
  const { backend } = useApi();
  const { isBusy, run, write } = useSeenChange();
  const writeClients = (written: Written, kind: 'edit' | 'tags' = 'edit'): Promise<SeenWritten> =>
    write({
      title: t(`bulk.${kind}.running`),
      unit: 'clients',
      done: (n) => t(`bulk.${kind}.done`, { n }),
      start: (signal) => backend.bulk.writeClients({ ...meant, ...written, seen: look?.seen }, { signal }),
    });
  const trash = (): void =>
    void run({
      title: t('bulk.trash.clientsRunning'),
      unit: 'clients',
      done: (n) => t('bulk.trash.clientsDone', { n }),
      start: (signal) => backend.bulk.trashClients(meant, { signal }),
    }).then((outcome) => {
      if (outcome !== undefined) onGone();
    });
  return { isBusy, write: writeClients, trash };
}

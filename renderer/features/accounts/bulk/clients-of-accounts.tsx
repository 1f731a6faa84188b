/** The person in charge and the tags of the selected accounts: they are their clients', and are written to those. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { AssignDialog } from '#renderer/api/assign-dialog.tsx';
import { TagsDialog } from '#renderer/components/tags-dialog.tsx';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';
import { LookDialog } from './look-dialog.tsx';

interface ClientsProps extends AccountsDialog {
  /** Of the accounts. */
  readonly count: number;
}

export function ClientsAssign(props: ClientsProps) {
  const t = useT();
  const { look, n, note, write, waiting } = useClients(props, 'assign');
  if (look === undefined) return <LookDialog {...waiting} />;
  return (
    <AssignDialog
      title={t('bulk.accounts.assign.title', { n })}
      confirm={t('bulk.edit.save', { n })}
      note={note}
      look={{ count: look.count, consultantId: look.fields.consultantId }}
      onAssign={(consultantId) => write({ changes: { consultantId } })}
      onClose={props.onClose}
    />
  );
}

export function ClientsTags(props: ClientsProps) {
  const { look, note, write, waiting } = useClients(props, 'tags');
  if (look === undefined) return <LookDialog {...waiting} />;
  return (
    <TagsDialog
      look={look}
      note={note}
      onWrite={({ addTags, removeTags }) => write({ addTags: [...addTags], removeTags: [...removeTags] })}
      onClose={props.onClose}
    />
  );
}

type Written = Omit<
  Parameters<Api['backend']['bulk']['writeClientsOfAccounts']>[0],
  'filter' | 'rows' | 'seen'
>;

function useClients({ changes, onClose, ...opened }: ClientsProps, of: 'assign' | 'tags') {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  // Those that were meant when it was opened: what is typed outlives a row that leaves the list.
  const [{ meant, count }] = useState(opened);
  const {
    data: look,
    error,
    refetch,
  } = useQuery(query.bulk.lookAtClientsOfAccounts.queryOptions({ input: meant }));
  const n = format.count(look?.count ?? 0);
  const kind = of === 'tags' ? 'tags' : 'edit';
  const write = (written: Written): Promise<SeenWritten> =>
    changes.write({
      title: t(`bulk.${kind}.running`),
      unit: 'clients',
      done: (clients) => t(`bulk.${kind}.done`, { n: clients }),
      start: (signal) =>
        backend.bulk.writeClientsOfAccounts({ ...meant, ...written, seen: look?.seen }, { signal }),
    });
  return {
    look,
    n,
    note: t(`bulk.accounts.owners.${of}`, { accounts: format.count(count), clients: n }),
    write,
    waiting: { title: t(`bulk.action.${of}`), error, onRetry: () => void refetch(), onClose },
  };
}

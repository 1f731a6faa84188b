import { IconFilePlus, IconPencil, IconTag, IconTrash, IconUserShare } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountsLook } from '#shared/contract/bulk-accounts.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useStepAction } from '#renderer/api/bulk-step-action.ts';
import type { StepKind } from '#renderer/api/bulk-step-dialog.tsx';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { usePrintChecklists } from '#renderer/api/use-print-checklists.ts';
import { useSeenChange } from '#renderer/api/use-seen-change.ts';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import type { BulkAction } from '#renderer/components/bulk-bar.tsx';
import { exportAction } from '#renderer/components/bulk-export.ts';
import { printAction } from '#renderer/components/bulk-print.ts';
import { ExportProgress } from '#renderer/components/export-list.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { AccountsDialog } from './accounts-dialog.ts';
import { AccountsEdit } from './accounts-edit.tsx';
import { AccountsStart } from './accounts-start.tsx';
import { AccountsStep } from './accounts-step.tsx';
import { AccountsTrash } from './accounts-trash.tsx';
import { ClientsAssign, ClientsTags } from './clients-of-accounts.tsx';

type Exported = Parameters<Api['backend']['exports']['accounts']>[0];

interface AccountsBulkProps {
  readonly filter: NonNullable<Exported['filter']>;
  readonly sort: NonNullable<Exported['sort']>;
  /** By what the list is grouped. */
  readonly by: Exported['group'];
  readonly choice: ListChoice;
  readonly look: AccountsLook | undefined;
}

type Plain = 'assign' | 'tags' | 'edit' | 'start';
type Asked = Plain | 'trash' | { readonly step: StepKind };

/** In these something is typed or chosen: they stay when the last of the accounts leaves the list. */
const held: readonly (Asked | null)[] = ['assign', 'tags', 'edit'];

/** What can be done with the selected accounts, and with what belongs to them. */
export function AccountsBulk(props: AccountsBulkProps) {
  const [isHeld, setHeld] = useState(false);
  return props.choice.count === 0 && !isHeld ? null : <Bar {...props} onHold={setHeld} />;
}

interface BarProps extends AccountsBulkProps {
  readonly onHold: (isHeld: boolean) => void;
}

function Bar({ filter, sort, by, choice, look, onHold }: BarProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (next: Asked | null): void => {
    setAsked(next);
    onHold(held.includes(next));
  };
  const meant = { filter, rows: choice.rows };
  const changes = useSeenChange();
  const title = t('accounts.title');
  const list = useExport(title, (wanted, options) =>
    backend.exports.accounts({ ...meant, sort, group: by, ...wanted }, options),
  );
  const print = usePrintChecklists(() => backend.bulk.toPrintOfAccounts(meant), 'accounts');
  const step = useSteps(meant, choice, (kind) => ask({ step: kind }));
  const dialog = { meant, changes, onClose: () => ask(null) };
  return (
    <>
      <BulkBar
        chosen={t('bulk.accounts.chosen', { n: format.count(choice.count) })}
        actions={[
          ...useActions(ask),
          step,
          printAction(t, print.run),
          exportAction(t, list.run),
          {
            ...{ id: 'trash', Icon: IconTrash, letter: 'delete', run: () => ask('trash') },
            label: t('bulk.action.trash'),
          },
        ]}
        busy={changes.isBusy || print.isBusy}
        onDrop={choice.drop}
      />
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      {asked === 'assign' && <ClientsAssign {...dialog} count={look?.count ?? choice.count} />}
      {asked === 'tags' && <ClientsTags {...dialog} count={look?.count ?? choice.count} />}
      {asked === 'edit' && <AccountsEdit {...dialog} />}
      {asked === 'start' && <AccountsStart {...dialog} choice={choice} />}
      {asked !== null && typeof asked === 'object' && (
        <AccountsStep {...dialog} kind={asked.step} count={choice.count} />
      )}
      {look && asked === 'trash' && <AccountsTrash {...dialog} choice={choice} busy={look.busy} />}
    </>
  );
}

/** The steps that the applications under way of the accounts can take; they are looked at when the menu opens. */
function useSteps(meant: AccountsDialog['meant'], { chosen }: ListChoice, onAsk: (kind: StepKind) => void) {
  const t = useT();
  const { query } = useApi();
  const [askedOf, setAskedOf] = useState<ListChoice['chosen'] | null>(null);
  const {
    data: look,
    error,
    refetch,
  } = useQuery({
    ...query.bulk.lookAtApplicationsOfAccounts.queryOptions({ input: meant }),
    enabled: askedOf === chosen,
    placeholderData: keepPreviousData,
  });
  const none = error === null ? 'bulk.checking' : 'bulk.accounts.step.unread';
  const empty = look?.count === 0 ? 'bulk.accounts.step.none' : 'bulk.step.none';
  return {
    ...useStepAction(look, t(look === undefined ? none : empty), onAsk),
    onOpen() {
      setAskedOf(chosen);
      if (error !== null) void refetch();
    },
  };
}

function useActions(onAsk: (asked: Asked) => void): readonly BulkAction[] {
  const t = useT();
  const action = (id: Plain, Icon: BulkAction['Icon'], letter: string): BulkAction => ({
    ...{ id, Icon, letter },
    label: t(`bulk.action.${id}`),
    run: () => onAsk(id),
  });
  return [
    action('assign', IconUserShare, 'a'),
    action('tags', IconTag, 't'),
    action('edit', IconPencil, 'e'),
    action('start', IconFilePlus, 'n'),
  ];
}

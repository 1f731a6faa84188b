import { IconTrash, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationsLook, BulkStep } from '#shared/contract/bulk.ts';
import type { ApplicationGroup } from '#shared/contract/row-groups.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { AssignDialog } from '#renderer/api/assign-dialog.tsx';
import { useStepAction } from '#renderer/api/bulk-step-action.ts';
import { BulkStepDialog } from '#renderer/api/bulk-step-dialog.tsx';
import type { StepKind } from '#renderer/api/bulk-step-dialog.tsx';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { usePrintChecklists } from '#renderer/api/use-print-checklists.ts';
import { useSeenChange } from '#renderer/api/use-seen-change.ts';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import type { BulkAction } from '#renderer/components/bulk-bar.tsx';
import { exportAction } from '#renderer/components/bulk-export.ts';
import { printAction } from '#renderer/components/bulk-print.ts';
import { withoutRows } from '#renderer/components/chosen-rows.ts';
import { ExportProgress } from '#renderer/components/export-list.tsx';
import { TrashDialog } from '#renderer/components/trash-dialog.tsx';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

type Meant = Parameters<Api['backend']['bulk']['lookAtApplications']>[0];

interface ApplicationsBulkProps {
  readonly filter: NonNullable<Meant['filter']>;
  readonly sort: NonNullable<Parameters<Api['backend']['applications']['list']>[0]['sort']>;
  /** By what the list is grouped. */
  readonly by: ApplicationGroup | undefined;
  readonly choice: ListChoice;
  readonly look: ApplicationsLook | undefined;
}

type Asked = 'assign' | 'trash' | StepKind;

/** What can be done with the selected applications. */
export function ApplicationsBulk(props: ApplicationsBulkProps) {
  return props.choice.count === 0 ? null : <Bar {...props} />;
}

function Bar({ filter, sort, by, choice, look }: ApplicationsBulkProps) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const [asked, setAsked] = useState<Asked | null>(null);
  const meant = { filter, rows: choice.rows };
  const { isBusy, assign, step, trash } = useWriting(meant, choice.drop);
  const title = t('applications.title');
  const list = useExport(title, (wanted, options) =>
    backend.exports.applications({ ...meant, sort, group: by, ...wanted }, options),
  );
  const print = usePrintChecklists(() => backend.bulk.toPrint(meant), 'applications');
  const n = format.count(choice.count);
  const close = (): void => setAsked(null);
  return (
    <>
      <BulkBar
        chosen={t('bulk.applications.chosen', { n })}
        actions={[
          {
            ...{ id: 'assign', Icon: IconUserShare, letter: 'a', run: () => setAsked('assign') },
            label: t('bulk.action.assign'),
          },
          useStepAction(look, t('bulk.step.none'), setAsked),
          printAction(t, print.run),
          exportAction(t, list.run),
          trashAction(t, () => setAsked('trash')),
        ]}
        busy={isBusy || print.isBusy}
        onDrop={choice.drop}
      />
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      {look && asked === 'assign' && (
        <AssignDialog
          title={t('bulk.assign.title', { n: format.count(look.count) })}
          confirm={t('bulk.assign.save', { n: format.count(look.count) })}
          look={look}
          onAssign={assign}
          onClose={close}
        />
      )}
      {asked === 'trash' && (
        <TrashDialog title={t('bulk.trash.applications', { n })} onTrash={trash} onClose={close}>
          <p className="cf-ink-2">{t('bulk.trash.applicationsNote')}</p>
        </TrashDialog>
      )}
      {asked !== null && asked !== 'assign' && asked !== 'trash' && (
        <BulkStepDialog
          kind={asked}
          meant={['applications', meant]}
          check={(wanted, signal) => backend.bulk.checkStep({ ...meant, step: wanted }, { signal })}
          onStep={step}
          leave={t('bulk.step.leave')}
          onLeave={(ids) => choice.choose(withoutRows(choice.chosen, ids))}
          onClose={close}
        />
      )}
    </>
  );
}

const trashAction = (t: ReturnType<typeof useT>, run: () => void): BulkAction => ({
  ...{ id: 'trash', Icon: IconTrash, letter: 'delete', run },
  label: t('bulk.action.trash'),
});

function useWriting(meant: Meant, onGone: () => void) {
  const t = useT();
  const { backend } = useApi();
  const { isBusy, run, write } = useSeenChange();
  const assign = (consultantId: string | null): Promise<SeenWritten> =>
    write({
      title: t('bulk.assign.running'),
      unit: 'applications',
      done: (n) => t('bulk.assign.done', { n }),
      start: (signal) => backend.bulk.assignApplications({ ...meant, consultantId }, { signal }),
    });
  const step = (recorded: BulkStep): Promise<SeenWritten> =>
    write({
      title: t('bulk.step.running'),
      unit: 'applications',
      done: (n) => t('bulk.step.done', { n }),
      start: (signal) => backend.bulk.stepApplications({ ...meant, step: recorded }, { signal }),
    });
  const trash = (): void =>
    void run({
      title: t('bulk.trash.applicationsRunning'),
      unit: 'applications',
      done: (n) => t('bulk.trash.applicationsDone', { n }),
      start: (signal) => backend.bulk.trashApplications(meant, { signal }),
    }).then((outcome) => {
      if (outcome !== undefined) onGone();
    });
  return { isBusy, assign, step, trash };
}

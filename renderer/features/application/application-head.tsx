import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAppWindow,
  IconBuildings,
  IconDots,
  IconFileDownload,
  IconFileExport,
  IconFolderShare,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { useApi } from '#renderer/api/api.tsx';
import { RecordStepper } from '#renderer/api/record-stepper.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { ExportResult } from './export-result.tsx';
import { StageStatus } from './stage-status.tsx';
import { StepButtons } from './step-buttons.tsx';
import { SubmissionDialog } from './submission-dialog.tsx';
import { useExportChecklist } from './use-export-checklist.ts';

/** Who and what, where it stands, and what can be done. */
export function ApplicationHead({ step }: { readonly step?: ApplicationActionKind | undefined }) {
  const t = useT();
  const { details } = useCase();
  const { client, account, application } = details;
  const orderWords = useOrderWords();
  const checklist = useExportChecklist();
  const [isWriting, setWriting] = useState(false);
  const platform = `${t(`vocabulary.platform.${account.platform}`)}${t('application.head.gap')}${t(`vocabulary.accountKind.${account.kind}`)}`;
  return (
    <>
      <RecordHead
        crumbs={
          <Crumbs
            items={[
              { label: t('application.head.applications'), href: paths.applications() },
              { label: platform },
              { label: application.number },
            ]}
            end={<RecordStepper list="applications" id={application.id} pathOf={paths.application} />}
          />
        }
        title={client.name}
        subtitle={
          <Link href={paths.account(account.id)}>
            {t(
              application.category === null
                ? 'application.head.subtitle'
                : 'application.head.subtitleOfCategory',
              {
                account: account.name,
                accountKind: t(`vocabulary.accountKind.${account.kind}`),
                kind: orderWords(application),
              },
            )}
          </Link>
        }
        status={<StageStatus />}
      >
        <MoreMenu onSubmission={() => setWriting(true)} />
        <Button
          leftSection={<IconFileDownload size={16} stroke={iconStroke} />}
          loading={checklist.busy}
          onClick={() => void checklist.run()}
        >
          {t('application.export.button')}
        </Button>
        <StepButtons asked={step} />
        <RestartButton />
      </RecordHead>
      {checklist.written && <ExportResult written={checklist.written} onDismiss={checklist.dismiss} />}
      {isWriting && <SubmissionDialog onClose={() => setWriting(false)} />}
    </>
  );
}

function MoreMenu({ onSubmission }: { readonly onSubmission: () => void }) {
  const t = useT();
  const { backend, shell } = useApi();
  const act = useAction();
  const { details } = useCase();
  const { id, clientId } = details.application;
  const trash = async (): Promise<void> => {
    const done = await act(() => backend.applications.trash({ id }), t('application.head.trashed'));
    if (done !== undefined) navigateTo(paths.applications());
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('components.action.more')}>
          <IconDots size={16} stroke={iconStroke} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBuildings size={14} stroke={iconStroke} />}
          onClick={() => navigateTo(paths.client(clientId))}
        >
          {t('application.head.openClient')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconAppWindow size={14} stroke={iconStroke} />}
          onClick={() => void shell.newWindow({ path: paths.application(id).slice(1) })}
        >
          {t('application.head.newWindow')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderShare size={14} stroke={iconStroke} />} onClick={onSubmission}>
          {t('handOuts.submission.menu')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={14} stroke={iconStroke} />}
          onClick={() => navigateTo(paths.handOuts({ applicationId: id }))}
        >
          {t('handOuts.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={14} stroke={iconStroke} />} onClick={() => void trash()}>
          {t('application.head.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** After a failure or a withdrawal the same order is opened anew, with the papers that are there. */
function RestartButton() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const [busy, setBusy] = useState(false);
  const { details } = useCase();
  const { accountId, kind, category } = details.application;
  if (!details.canBeginAnew) return null;
  const restart = async (): Promise<void> => {
    setBusy(true);
    const made = await act(
      () => backend.applications.create({ accountId, kind, ...(category && { category: category.id }) }),
      t('application.head.restarted'),
    );
    setBusy(false);
    if (made !== undefined) navigateTo(paths.application(made.id));
  };
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={iconStroke} />}
      loading={busy}
      onClick={() => void restart()}
    >
      {t('application.head.restart')}
    </Button>
  );
}

import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBuildings,
  IconColumns2,
  IconDots,
  IconFileExport,
  IconFilePlus,
  IconPhotoUp,
  IconPrinter,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { useApi } from '#renderer/api/api.tsx';
import { RecordStepper } from '#renderer/api/record-stepper.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { keyLabel } from '#renderer/components/key-label.ts';
import { beginTrail, trailAt } from '#renderer/components/list-trail.ts';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { byEnd } from '#renderer/components/paper-order.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { ValidityStatus } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { PaperDeed } from './paper-deed.ts';
import type { AddVersion } from './use-add-version.ts';
import { useClientOfPaper } from './use-client-of-paper.ts';
import type { Compare } from './use-compare.ts';
import { paperName, receivedWords, versionName } from './version-words.ts';

interface ViewerHeadProps {
  readonly version: PaperVersion;
  readonly compare: Compare;
  readonly adding: AddVersion;
  readonly onDeed: (deed: PaperDeed) => void;
  readonly onLeave: () => void;
}

/** Whose paper it is, how long it is good, which version is shown, and what can be done with it. */
export function ViewerHead({ version, compare, adding, onDeed, onLeave }: ViewerHeadProps) {
  const t = useT();
  const format = useFormat();
  const { paper, today } = usePaper();
  return (
    <RecordHead
      crumbs={
        <Crumbs
          items={[
            { label: t('documents.title'), href: paths.documents() },
            { label: paper.clientName, href: paths.client(paper.clientId, `paper.${paper.id}`) },
          ]}
          end={<PaperStepper />}
        />
      }
      title={paperName(paper, t)}
      status={<Validity />}
      subtitle={t('viewer.versionReceived', {
        version: versionName(version, t),
        received: receivedWords(version, today, t, format),
      })}
    >
      <MoreMenu {...{ adding, onDeed, onLeave }} />
      <Button
        leftSection={<IconColumns2 size={16} stroke={iconStroke} aria-hidden />}
        title={keyLabel('c')}
        aria-pressed={compare.other !== null}
        disabled={!compare.mayCompare}
        onClick={compare.toggle}
      >
        {t('viewer.compare.button')}
      </Button>
      <Button
        leftSection={<IconPrinter size={16} stroke={iconStroke} aria-hidden />}
        title={keyLabel('mod+p')}
        onClick={() => onDeed('print')}
      >
        {t('viewer.print.button')}
      </Button>
      <Button
        leftSection={<IconPhotoUp size={16} stroke={iconStroke} aria-hidden />}
        title={keyLabel('u')}
        onClick={() => onDeed('upload')}
      >
        {t('viewer.upload.button')}
      </Button>
    </RecordHead>
  );
}

/** Along the list from which the paper was opened, else along the papers of its client. */
function PaperStepper() {
  const { backend } = useApi();
  const { paper } = usePaper();
  const client = useClientOfPaper();
  const [, setBegun] = useState<string>();
  useEffect(() => {
    if (client === undefined || trailAt('documents', paper.id) !== undefined) return;
    const { id } = client.client;
    beginTrail({
      list: 'documents',
      key: `client ${id}`,
      read: async ({ skip, limit }, signal) => {
        const { documents } = await backend.clients.get({ id }, { signal });
        const rows = [...documents].sort(byEnd);
        return { rows: rows.slice(skip, skip + limit), total: rows.length };
      },
      id: paper.id,
      index: [...client.documents].sort(byEnd).findIndex((each) => each.id === paper.id),
      look: '',
    });
    setBegun(paper.id);
  }, [backend, client, paper.id]);
  return <RecordStepper list="documents" id={paper.id} pathOf={paths.document} />;
}

/** A paper without a day is only doubtful when it prints one. */
function Validity() {
  const t = useT();
  const { paper, today } = usePaper();
  // How long it is good matters no more.
  if (paper.replacedBy !== null) return <Status of="replaced" tint />;
  const { state, days } = shownValidity(paper.validUntil, today);
  if (paper.validUntil !== null) return <ValidityStatus state={state} days={days} tint />;
  if (!carriesValidity(paper.kind)) return null;
  return (
    <Status of="to_confirm" tint>
      {t('documents.validityUnknown')}
    </Status>
  );
}

function MoreMenu({ adding, onDeed, onLeave }: Pick<ViewerHeadProps, 'adding' | 'onDeed' | 'onLeave'>) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { paper } = usePaper();
  const trash = async (): Promise<void> => {
    const trashed = await act(
      () => backend.documents.trash({ id: paper.id }),
      t('viewer.trashed', { name: paperName(paper, t) }),
    );
    if (trashed !== undefined) onLeave();
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('components.action.more')}>
          <IconDots size={16} stroke={iconStroke} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileExport size={16} stroke={iconStroke} aria-hidden />}
          rightSection={<span className="cf-xs cf-ink-3">{keyLabel('mod+s')}</span>}
          onClick={() => onDeed('file')}
        >
          {t('handOuts.give.menu')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFilePlus size={16} stroke={iconStroke} aria-hidden />}
          disabled={adding.isBusy}
          onClick={adding.pick}
        >
          {t('viewer.addVersion')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconReplace size={16} stroke={iconStroke} aria-hidden />}
          rightSection={<Keys of="e" />}
          onClick={() => onDeed('renew')}
        >
          {t('viewer.renew.action')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBuildings size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => navigateTo(paths.client(paper.clientId, `paper.${paper.id}`))}
        >
          {t('viewer.toClient')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => void trash()}
        >
          {t('viewer.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button, Popover } from '@mantine/core';
import {
  IconArrowsDiagonal,
  IconCalendar,
  IconListDetails,
  IconUnlink,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useSaveStated } from '#renderer/api/use-save-stated.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { PaperChip } from '#renderer/components/paper-chip.tsx';
import { StatedForm } from '#renderer/components/stated-form.tsx';
import { staysInView } from '#renderer/components/stays-in-view.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { DocumentDate } from './document-date.tsx';
import { FileCard } from './file-card.tsx';
import { FileFaults } from './file-faults.tsx';
import { useFileFaults } from './use-file-faults.ts';
import { Lightbox } from './lightbox.tsx';
import { paperFact, paperName, receivedOn } from './paper-words.ts';
import { recordedFacts } from './recorded-facts.ts';
import { useTakeFiles } from './take-files.tsx';
import styles from './paper-popover.module.css';

interface PaperPopoverProps {
  readonly item: ApplicationItem;
  readonly document: DocumentRow;
}

/** A paper on its item; opened, it shows its files and what can be done with them. */
export function PaperPopover({ item, document }: PaperPopoverProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useCase();
  const [opened, setOpened] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const fact = paperFact(document, today, t, format);
  const faults = useFileFaults(item, document);
  const isPicture = document.current.some(({ mediaType }) => mediaType.startsWith('image/'));
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        middlewares={staysInView}
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <PaperChip
            name={paperName(document, t)}
            what={t(`vocabulary.documentKind.${document.kind}`)}
            fact={fact.text}
            {...(fact.tone && { factTone: fact.tone })}
            faults={faults.map(({ words }) => words)}
            kind={isPicture || document.current.length === 0 ? 'picture' : 'file'}
            onOpen={() => setOpened((before) => !before)}
          />
        </Popover.Target>
        <Popover.Dropdown className={styles.popover} aria-label={paperName(document, t)}>
          <PaperDetails
            item={item}
            document={document}
            onClose={() => setOpened(false)}
            onShow={(index) => {
              setOpened(false);
              setShown(index);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {shown !== null && (
        <Lightbox
          documentId={document.id}
          title={paperName(document, t)}
          files={document.current}
          start={shown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

interface PaperDetailsProps extends PaperPopoverProps {
  readonly onClose: () => void;
  readonly onShow: (index: number) => void;
}

function PaperDetails({ item, document, onClose, onShow }: PaperDetailsProps) {
  const t = useT();
  const format = useFormat();
  const { details, today } = useCase();
  const saveStated = useSaveStated();
  const [asking, setAsking] = useState<'nothing' | 'date' | 'stated'>('nothing');
  const { kind, contactName, current, versionCount } = document;
  const facts = [
    `${contactName ?? ''}${t(`vocabulary.documentKind.${kind}`)}`,
    t('application.paper.received', { date: format.dateNear(receivedOn(document), today) }),
    versionCount > current.length ? t('application.paper.versions', { count: versionCount }) : '',
  ];
  return (
    <>
      <p className="cf-strong">{paperName(document, t)}</p>
      <p className="cf-xs cf-ink-2">{facts.filter((fact) => fact !== '').join(t('application.comma'))}</p>
      {current.length === 0 && <p className="cf-ink-2">{t('application.paper.noFile')}</p>}
      <ul className={styles.files}>
        {current.map((version, index) => (
          <FileCard key={version.id} version={version} onShow={() => onShow(index)} />
        ))}
      </ul>
      <FileFaults item={item} document={document} />
      {asking === 'nothing' && (
        <PaperActions item={item} document={document} onAsk={setAsking} onClose={onClose} />
      )}
      {asking === 'date' && <DocumentDate item={item} document={document} onDone={onClose} />}
      {asking === 'stated' && (
        <StatedForm
          paper={document}
          recorded={recordedFacts(details)}
          today={today}
          onSave={(changes) => saveStated(document, changes)}
          onDone={onClose}
        />
      )}
    </>
  );
}

interface PaperActionsProps extends PaperPopoverProps {
  readonly onAsk: (what: 'date' | 'stated') => void;
  readonly onClose: () => void;
}

function PaperActions({ item, document, onAsk, onClose }: PaperActionsProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const files = useTakeFiles();
  const detach = async (): Promise<void> => {
    const input = { itemId: item.id, documentId: document.id };
    const done = await act(() => backend.applications.detach(input), t('application.paper.detached'));
    if (done !== undefined) onClose();
  };
  return (
    <div className={styles.actions}>
      <Button
        leftSection={<IconArrowsDiagonal size={14} stroke={iconStroke} />}
        onClick={() => navigateTo(paths.document(document.id))}
      >
        {t('application.paper.open')}
      </Button>
      {(carriesValidity(document.kind) || item.requirement.accepts.length > 1) && (
        <Button leftSection={<IconCalendar size={14} stroke={iconStroke} />} onClick={() => onAsk('date')}>
          {t(document.validUntil === null ? 'application.paper.setDate' : 'application.paper.changeDate')}
        </Button>
      )}
      {statedFieldsOf(document.kind).length > 0 && (
        <Button
          leftSection={<IconListDetails size={14} stroke={iconStroke} />}
          onClick={() => onAsk('stated')}
        >
          {t('components.stated.open')}
        </Button>
      )}
      <Button
        leftSection={<IconUpload size={14} stroke={iconStroke} />}
        onClick={() => {
          onClose();
          files.pick(item);
        }}
      >
        {t('components.drop.replace')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconUnlink size={14} stroke={iconStroke} />}
        onClick={() => void detach()}
      >
        {t('application.paper.detach')}
      </Button>
    </div>
  );
}

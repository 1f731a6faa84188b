import { Button } from '@mantine/core';
import { IconFileUpload, IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useTake } from '#renderer/api/intake/use-take.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { KbdHints, Keys } from '#renderer/components/kbd-hints.tsx';
import { PageHead, StatusBar } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { PiecePane } from './piece-pane.tsx';
import { PieceTable } from './piece-table.tsx';
import { SingleFiles } from './single-files.tsx';
import { StackStrip } from './stack-strip.tsx';
import { TrayWork } from './tray-work.tsx';
import { useAccepting } from './use-accepting.ts';
import { useFiling } from './use-filing.ts';
import { useTray } from './use-tray.ts';
import type { OpenTray } from './use-tray.ts';
import { useTrayActions } from './use-tray-actions.ts';
import { useTrayKeys } from './use-tray-keys.ts';
import { FolderState } from './watched-folder.tsx';
import styles from './intake-page.module.css';

/** The intake tray: what came in is cut into papers, looked at, and filed. */
export function IntakePage() {
  const t = useT();
  const { tray, opened } = useTray();
  const choose = useChoosing();
  const filing = useFiling();
  if (tray.error !== null) return <QueryFailure error={tray.error} onRetry={() => void tray.refetch()} />;
  if (opened === undefined) {
    return (
      <>
        <PageHead title={t('intake.name')} />
        <SkeletonRows count={12} />
      </>
    );
  }
  return <Opened tray={opened} choose={choose} filing={filing} />;
}

/** The dialogs that files and folders are chosen by. */
function useChoosing() {
  const { shell } = useApi();
  const { takeTokens } = useTake();
  return {
    files: async (): Promise<void> => {
      const chosen = await shell.chooseFiles({ kind: 'scan', multiple: true });
      takeTokens(
        chosen.map(({ token }) => token),
        'chosen',
      );
    },
    folder: async (): Promise<void> => {
      const chosen = await shell.chooseFolder({ purpose: 'intake' });
      if (chosen !== null) takeTokens([chosen.token], 'chosen');
    },
  };
}

interface OpenedProps {
  readonly tray: OpenTray;
  readonly choose: ReturnType<typeof useChoosing>;
  readonly filing: ReturnType<typeof useFiling>;
}

function Opened({ tray, choose, filing }: OpenedProps) {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const actions = useTrayActions(tray);
  const search = useRef<HTMLDivElement>(null);
  const kindField = useRef<HTMLDivElement>(null);
  const { shape, piece } = tray;
  const seen = shape.pieces.filter(({ paper }) => paper.isSeen);
  const { accept, canAccept } = useAccepting(tray, actions);
  const fileSeen = (): void => {
    // What stands in a field is said first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void filing.file(seen.map(({ paper }) => paper.id));
  };
  const hints = useTrayKeys({ tray, actions, accept, fileSeen, search, kindField });
  const isEmpty = shape.stacks.length === 0 && shape.singles.length === 0;
  return (
    <>
      <PageHead
        title={t('intake.name')}
        count={
          !isEmpty &&
          t('intake.count', {
            papers: format.count(shape.pieces.length),
            seen: format.count(seen.length),
          })
        }
      >
        <Button
          leftSection={<IconFolderOpen size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => void choose.folder()}
        >
          {t('intake.chooseFolder')}
        </Button>
        <Button
          leftSection={<IconFileUpload size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => void choose.files()}
        >
          {t('intake.chooseFiles')}
        </Button>
        {!isEmpty && (
          <Button
            variant="filled"
            disabled={seen.length === 0 || filing.filing.now !== null}
            rightSection={<Keys of="mod+enter" />}
            onClick={fileSeen}
          >
            {t('intake.fileSeen', { n: format.count(seen.length) })}
          </Button>
        )}
      </PageHead>
      <TrayWork filing={filing} tray={tray} />
      {isEmpty ? (
        <EmptyState title={t('intake.empty')} note={t('intake.emptyNote')} />
      ) : (
        <div className={styles.tray}>
          <div className={styles.main}>
            {shape.stacks.map(({ file, pages }) => (
              <StackStrip key={file.id} file={file} pages={pages} tray={tray} actions={actions} />
            ))}
            <SingleFiles tray={tray} actions={actions} />
            <PieceTable tray={tray} actions={actions} />
          </div>
          {piece && (
            <PiecePane
              key={piece.paper.id}
              {...{ tray, piece, actions, canAccept, search, kindField }}
              onAccept={accept}
            />
          )}
        </div>
      )}
      <StatusBar keys={!narrow && !isEmpty && <KbdHints hints={hints} />}>
        <span>{t('intake.foot')}</span>
        <FolderState />
      </StatusBar>
    </>
  );
}

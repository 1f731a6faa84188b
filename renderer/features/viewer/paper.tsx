import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { HandOutDialog } from '#renderer/api/hand-out/hand-out-dialog.tsx';
import { Storing } from '#renderer/api/storing.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { PageOverlay } from '#renderer/components/scan/page-overlay.tsx';
import type { Zoom } from '#renderer/components/scan/stage-layout.ts';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FindBar } from './find-bar.tsx';
import { OtherPane } from './other-pane.tsx';
import { HandedOut } from './handed-out.tsx';
import { Pane } from './pane.tsx';
import { Tool } from './pane-tools.tsx';
import { Panel } from './panel.tsx';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { PaperDeed } from './paper-deed.ts';
import { QualityPart } from './quality.tsx';
import { ReadBoxes } from './read-boxes.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { Shelf } from './shelf.tsx';
import { Strip } from './strip.tsx';
import { UploadDialog } from './upload-dialog.tsx';
import { useAddVersion } from './use-add-version.ts';
import { useCompare } from './use-compare.ts';
import { useFind } from './use-find.ts';
import type { Find } from './use-find.ts';
import type { FullScreen } from './use-full-screen.ts';
import { useHandOut } from './use-hand-out.ts';
import { usePane } from './use-pane.ts';
import type { OpenPane } from './use-pane.ts';
import { useQuality } from './use-quality.ts';
import type { OpenQuality } from './use-quality.ts';
import { useReadFields } from './use-read-fields.ts';
import { useTextSource } from './use-text-source.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import { VersionMenu } from './version-menu.tsx';
import { ViewerHead } from './viewer-head.tsx';
import styles from './viewer.module.css';

interface PaperProps {
  readonly newest: PaperVersion;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly full: FullScreen;
  readonly page: number | undefined;
  readonly find: string | undefined;
  readonly renewBy: string | undefined;
}

/** Back to where one came from, else to the list. */
function leave(): void {
  if (window.navigation.canGoBack) window.history.back();
  else navigateTo(paths.documents());
}

/** A paper with at least one file. */
export function Paper({ newest, zoom, onZoom, full, page, find: wanted, renewBy }: PaperProps) {
  const narrow = useNarrow();
  const { paper } = usePaper();
  const [chosen, setChosen] = useState<string | null>(null);
  const version = paper.versions.find(({ id }) => id === chosen) ?? newest;
  const onShow = ({ id }: PaperVersion): void => setChosen(id);
  const pane = usePane(version, { zoom, onZoom });
  const fields = useReadFields(version, pane);
  const find = useFind(pane, useTextSource(pane, fields.reading), { find: wanted, page });
  const quality = useQuality(version, pane);
  const compare = useCompare(version);
  const adding = useAddVersion(() => setChosen(null));
  const give = useHandOut(version, pane);
  const [deed, setDeed] = useState<PaperDeed | null>(renewBy === undefined ? null : 'renew');
  useViewerKeys({
    ...{ pane, find, compare, fields, onShow, full },
    shown: version,
    onDeed: setDeed,
    onLeave: leave,
  });
  useStartPage(pane, page);
  const isAlone = compare.other === null && !full.isFull;
  return (
    <>
      {!full.isFull && <ViewerHead {...{ version, compare, adding }} onDeed={setDeed} onLeave={leave} />}
      {deed === 'renew' && <RenewDialog by={renewBy} onClose={() => setDeed(null)} />}
      <Storing state={adding.state} />
      {(deed === 'upload' || deed === 'marked') && (
        <UploadDialog
          {...{ version, pane, quality }}
          isMarked={deed === 'marked'}
          onClose={() => setDeed(null)}
        />
      )}
      <div
        className={styles.body}
        data-strip={(!narrow && !full.isFull) || undefined}
        data-panel={isAlone || undefined}
      >
        {!narrow && !full.isFull && <Strip {...{ pane, onShow, adding }} shown={version} />}
        <div className={styles.desk}>
          <div className={styles.panes}>
            <Pane
              pane={pane}
              caption={narrow || full.isFull ? <VersionMenu shown={version} onShow={onShow} /> : <Original />}
              end={<EndTools {...{ find, full }} />}
              onScrolled={(share) => compare.isLinked && compare.stage.current?.scrollTo(share)}
              overlay={(no) => (
                <>
                  {isAlone && !find.isOpen && <ReadBoxes {...{ fields, pane, no }} />}
                  <Hits {...{ pane, find, quality, no }} />
                </>
              )}
            >
              {find.isOpen && <FindBar find={find} />}
            </Pane>
            {compare.other !== null && (
              <OtherPane
                {...{ compare, zoom, onZoom }}
                other={compare.other}
                onScrolled={(share) => compare.isLinked && pane.stage.current?.scrollTo(share)}
              />
            )}
          </div>
          {isAlone && (
            <Shelf>
              <QualityPart quality={quality} version={version} pageNo={pane.look.no} />
              <HandedOut />
            </Shelf>
          )}
        </div>
        {isAlone && <Panel {...{ pane, version, fields }} />}
      </div>
      {(deed === 'file' || deed === 'print') && (
        <HandOutDialog
          of={deed}
          clientId={paper.clientId}
          onClose={() => setDeed(null)}
          onGive={(occasion, mark) => give(deed, occasion, mark)}
        />
      )}
    </>
  );
}

function Original() {
  const t = useT();
  return <>{t('viewer.original')}</>;
}

interface EndToolsProps {
  readonly find: Find;
  readonly full: PaperProps['full'];
}

function EndTools({ find, full }: EndToolsProps) {
  const t = useT();
  return (
    <>
      <Tool label={t('viewer.find.label')} keys="mod+f" Icon={IconSearch} onClick={find.open} />
      <Tool
        label={t(full.isFull ? 'viewer.leaveFull' : 'viewer.full')}
        keys="f"
        Icon={full.isFull ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal}
        isOn={full.isFull}
        onClick={full.toggle}
      />
    </>
  );
}

interface HitsProps {
  readonly pane: OpenPane;
  readonly find: Find;
  readonly quality: OpenQuality;
  /** Page, from 1. */
  readonly no: number;
}

/** What was found and what is wrong with the picture, as boxes over its page. */
function Hits({ pane: { scan }, find, quality, no }: HitsProps) {
  const size = 'pages' in scan ? scan.pages[no - 1] : undefined;
  const boxes = [...find.boxesOn(no), ...quality.boxesOn(no)];
  return size !== undefined && boxes.length > 0 ? <PageOverlay size={size} boxes={boxes} /> : null;
}

/** The page that the address names comes into sight, once, when it is laid out. */
function useStartPage({ look, stage, scan }: OpenPane, page: number | undefined): void {
  const [isOver, setOver] = useState(page === undefined);
  const isLaidOut = look.scale > 0 && (scan.state === 'pdf' || scan.state === 'picture');
  const go = useEffectEvent(() => {
    if (page !== undefined) stage.current?.goTo(page);
    setOver(true);
  });
  useEffect(() => {
    if (!isOver && isLaidOut) go();
  }, [isOver, isLaidOut]);
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { PictureOnSheet, PdfPageOnSheet } from '#renderer/components/scan/sheet.tsx';
import { Stage } from '#renderer/components/scan/stage.tsx';
import { useAfter } from '#renderer/components/use-after.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { PaneTools } from './pane-tools.tsx';
import type { OnScrolled, OpenPane } from './use-pane.ts';
import styles from './viewer.module.css';

interface PaneProps {
  readonly pane: OpenPane;
  /** At the left of its tools: which file it is. */
  readonly caption: ReactNode;
  /** Further tools, at the right. */
  readonly end?: ReactNode;
  readonly onScrolled?: OnScrolled | undefined;
  /** What lies over a page, from 1. */
  readonly overlay?: (no: number) => ReactNode;
  /** Floats over the picture, at its upper right corner. */
  readonly children?: ReactNode;
}

/** One file on its ground, with the tools to look at it. */
export function Pane({ pane, caption, end, onScrolled, overlay, children }: PaneProps) {
  return (
    <section className={styles.pane} aria-label={pane.file.originalName}>
      <PaneTools pane={pane} caption={caption} end={end} />
      <div className={styles.well}>
        <Picture pane={pane} onScrolled={onScrolled} overlay={overlay} />
        {children}
      </div>
    </section>
  );
}

function Picture({ pane, onScrolled, overlay }: Pick<PaneProps, 'pane' | 'onScrolled' | 'overlay'>) {
  const t = useT();
  const { scan, file, zoom, turn, onZoom, onLook, onPageSize, stage } = pane;
  if (scan.state === 'loading') return <Opening />;
  if (scan.state === 'fault') return <Fault pane={pane} fault={scan.fault} />;
  return (
    <Stage
      key={file.sha256}
      ref={stage}
      label={t('viewer.stage', { name: file.originalName })}
      {...{ pages: scan.pages, zoom, turn, onZoom, onLook, onScrolled }}
    >
      {(no, scale) => (
        <>
          {scan.state === 'picture' ? (
            <PictureOnSheet picture={scan.picture} />
          ) : (
            <PdfPageOnSheet
              pdf={scan.pdf}
              no={no}
              scale={scale}
              label={t('viewer.page', { n: no })}
              onSize={onPageSize}
            />
          )}
          {overlay?.(no)}
        </>
      )}
    </Stage>
  );
}

const delayMs = 150;

function Opening() {
  const t = useT();
  const isSlow = useAfter(delayMs);
  return (
    <p className={styles.opening} role="status">
      {isSlow && t('viewer.opening')}
    </p>
  );
}

interface FaultProps extends Pick<PaneProps, 'pane'> {
  readonly fault: Extract<OpenPane['scan'], { readonly state: 'fault' }>['fault'];
}

function Fault({ pane, fault }: FaultProps) {
  const t = useT();
  const mayPass = fault === 'missing' || fault === 'unavailable';
  return (
    <div className={styles.fault}>
      <ErrorPanel
        happened={t(`viewer.fault.${fault}.happened`, { name: pane.file.originalName })}
        safe={t(`viewer.fault.${fault}.safe`)}
        todo={t(`viewer.fault.${fault}.todo`)}
        actions={mayPass && <Button onClick={pane.retry}>{t('components.action.retry')}</Button>}
      />
    </div>
  );
}

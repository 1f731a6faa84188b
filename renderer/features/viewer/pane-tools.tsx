import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { keyLabel } from '#renderer/components/key-label.ts';
import type { Zoom } from '#renderer/components/scan/stage-layout.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { OpenPane } from './use-pane.ts';
import styles from './viewer.module.css';

interface PaneToolsProps {
  readonly pane: OpenPane;
  readonly caption: ReactNode;
  readonly end?: ReactNode;
}

/** Which file it is, the page of several, zoom and turn. */
export function PaneTools({ pane, caption, end }: PaneToolsProps) {
  const t = useT();
  const { scan, stage } = pane;
  const isShown = scan.state === 'picture' || scan.state === 'pdf';
  const several = scan.state === 'pdf' && scan.pages.length > 1;
  return (
    <div className={styles.tools}>
      <span className={styles.caption}>{caption}</span>
      <span className="cf-grow" />
      {several && <PageSteps pane={pane} count={scan.pages.length} />}
      {isShown && (
        <>
          <Tool
            label={t('viewer.zoom.out')}
            keys="-"
            Icon={IconMinus}
            onClick={() => stage.current?.zoomBy(-1)}
          />
          <ZoomMenu pane={pane} />
          <Tool
            label={t('viewer.zoom.in')}
            keys="+"
            Icon={IconPlus}
            onClick={() => stage.current?.zoomBy(1)}
          />
          <Tool
            label={t('viewer.rotate')}
            keys="r"
            Icon={IconRotateClockwise}
            onClick={() => pane.rotate(1)}
          />
        </>
      )}
      {end}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly Icon: Icon;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A tool over the picture, its key in its hint. */
export function Tool({ label, keys, Icon: ToolIcon, isOn, disabled, onClick }: ToolProps) {
  return (
    <ActionIcon
      aria-label={label}
      title={keys === undefined ? label : `${label} ${keyLabel(keys)}`}
      aria-pressed={isOn}
      data-on={isOn === true ? true : undefined}
      className={styles.tool}
      disabled={disabled}
      onClick={onClick}
    >
      <ToolIcon size={16} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

function PageSteps({ pane, count }: { readonly pane: OpenPane; readonly count: number }) {
  const t = useT();
  const { no } = pane.look;
  const go = (to: number): void => pane.stage.current?.goTo(to);
  return (
    <span className={styles.pages}>
      <Tool
        label={t('viewer.previousPage')}
        keys="pageup"
        Icon={IconChevronUp}
        disabled={no <= 1}
        onClick={() => go(no - 1)}
      />
      <span className="cf-nowrap">{t('viewer.pageOf', { n: no, total: count })}</span>
      <Tool
        label={t('viewer.nextPage')}
        keys="pagedown"
        Icon={IconChevronDown}
        disabled={no >= count}
        onClick={() => go(no + 1)}
      />
    </span>
  );
}

/** What is offered beside the steps of + and −, each with its key. */
const offered: readonly { readonly zoom: Zoom; readonly keys?: string }[] = [
  { zoom: 'window', keys: '0' },
  { zoom: 'width', keys: '2' },
  { zoom: 1, keys: '1' },
  { zoom: 0.5 },
  { zoom: 2 },
];

function ZoomMenu({ pane }: { readonly pane: OpenPane }) {
  const t = useT();
  const wordsOf = (zoom: Zoom): string =>
    typeof zoom === 'number'
      ? t('viewer.zoom.percent', { n: Math.round(zoom * 100) })
      : t(`viewer.zoom.${zoom}`);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.zoom} title={wordsOf(pane.look.scale)}>
          {wordsOf(pane.zoom)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ zoom, keys }) => (
          <Menu.RadioItem
            key={zoom}
            value={String(zoom)}
            checked={zoom === pane.zoom}
            checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
            closeMenuOnClick
            rightSection={
              keys === undefined ? undefined : <span className="cf-xs cf-ink-3">{keyLabel(keys)}</span>
            }
            onChange={() => pane.onZoom(zoom)}
          >
            {wordsOf(zoom)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

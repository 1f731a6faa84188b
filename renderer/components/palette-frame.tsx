/** The dialog of the command palette: a field, groups of rows, keys. It knows no data and no router. */
import { Modal } from '@mantine/core';
import { IconCornerDownLeft, IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import type { Icon } from './icon.ts';
import { KbdHints, Keys } from './kbd-hints.tsx';
import { useEscape } from './use-layer.ts';
import { useCurrentRow, usePick } from './use-palette-rows.ts';
import { onKeys } from './use-shortcuts.ts';
import styles from './palette-frame.module.css';

export type PaletteRow = {
  readonly id: string;
  readonly Icon: Icon;
  /** Often `Marked`. */
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** A `Status` or `Keys` at the right. */
  readonly end?: ReactNode;
};
export type PaletteGroup = {
  readonly id: string;
  readonly title: string;
  /** Says how many rows are left out. */
  readonly more?: string;
  readonly rows: readonly PaletteRow[];
};

type PaletteFrameProps = {
  readonly opened: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** How the query is read, such as 拼音首字母. */
  readonly mode?: ReactNode;
  readonly busy?: boolean;
  /** Said where there is no row: why, and what to do. */
  readonly nothing?: string | undefined;
  readonly onPick: (row: PaletteRow, how: { readonly newWindow: boolean }) => void;
  readonly onClose: () => void;
};

export function PaletteFrame(props: PaletteFrameProps) {
  const t = useT();
  useEscape(props.opened, props.onClose);
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size="var(--cf-palette-w)"
      yOffset="var(--cf-palette-top)"
      closeOnEscape={false}
      classNames={{ content: styles.palette }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('components.palette.title')}>
        <PaletteContent {...props} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteContent(props: PaletteFrameProps) {
  const { query, onQuery, groups, mode, busy = false, nothing, onPick } = props;
  const listId = useId();
  const rows = groups.flatMap((group) => group.rows);
  const [current, move] = useCurrentRow(rows, query);
  const currentRow = rows[current];
  const optionId = (row: PaletteRow): string => `${listId}-${row.id}`;
  const pick = usePick({ query, busy, currentRow, onPick });
  const keys = onKeys({
    arrowdown: () => move(current + 1),
    arrowup: () => move(current - 1),
    pagedown: () => move(current + 8),
    pageup: () => move(current - 8),
    enter: () => pick(false),
    'mod+enter': () => pick(true),
  });
  return (
    <>
      <Entry
        {...{ query, onQuery, mode, busy, listId }}
        activeId={currentRow && optionId(currentRow)}
        onKeyDown={keys}
      />
      <Results
        {...{ groups, busy, nothing, listId, optionId, currentRow, onPick }}
        onPoint={(row) => move(rows.indexOf(row))}
      />
      <PaletteFoot />
    </>
  );
}

type EntryProps = Pick<PaletteFrameProps, 'query' | 'onQuery' | 'mode'> & {
  readonly busy: boolean;
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function Entry({ query, onQuery, mode, busy, listId, activeId, onKeyDown }: EntryProps) {
  const t = useT();
  return (
    <div className={styles.entry}>
      <IconSearch size={16} stroke={iconStroke} aria-hidden />
      <input
        value={query}
        placeholder={t('components.palette.placeholder')}
        aria-label={t('components.palette.title')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-busy={busy}
        data-autofocus
        spellCheck={false}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {mode && <span className="cf-xs cf-ink-3">{mode}</span>}
      <Keys of="escape" />
    </div>
  );
}

type ResultsProps = Pick<PaletteFrameProps, 'groups' | 'nothing' | 'onPick'> & {
  readonly busy: boolean;
  readonly listId: string;
  readonly optionId: (row: PaletteRow) => string;
  readonly currentRow: PaletteRow | undefined;
  readonly onPoint: (row: PaletteRow) => void;
};

function Results(props: ResultsProps) {
  const { groups, busy, listId, optionId, currentRow, onPoint, onPick } = props;
  const t = useT();
  const filled = groups.filter((group) => group.rows.length > 0);
  return (
    <div className={styles.list} id={listId} role="listbox" aria-label={t('components.palette.results')}>
      {filled.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${listId}-g-${group.id}`}>
          <div className={styles.groupTitle} id={`${listId}-g-${group.id}`}>
            {group.title}
            {group.more && ` · ${group.more}`}
          </div>
          {group.rows.map((row) => (
            <Option
              key={row.id}
              id={optionId(row)}
              row={row}
              current={row === currentRow}
              onPoint={() => onPoint(row)}
              onPick={(newWindow) => onPick(row, { newWindow })}
            />
          ))}
        </div>
      ))}
      {filled.length === 0 && (
        <p className={styles.none} role="status">
          {busy ? t('components.palette.busy') : props.nothing}
        </p>
      )}
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly row: PaletteRow;
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onPick: (newWindow: boolean) => void;
};

function Option({ id, row, current, onPoint, onPick }: OptionProps) {
  return (
    <div
      id={id}
      ref={(element) => {
        if (current) element?.scrollIntoView({ block: 'nearest' });
      }}
      className={styles.option}
      role="option"
      aria-selected={current}
      onMouseMove={current ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
    >
      <row.Icon size={16} stroke={iconStroke} aria-hidden />
      <span className={`${styles.title} cf-cut`}>{row.title}</span>
      <span className={`${styles.note} cf-cut`}>{row.note}</span>
      <span className={styles.end}>
        {row.end}
        {current && <IconCornerDownLeft size={14} stroke={iconStroke} aria-hidden />}
      </span>
    </div>
  );
}

function PaletteFoot() {
  const t = useT();
  return (
    <footer className={styles.foot}>
      <KbdHints
        hints={[
          { keys: ['arrowup', 'arrowdown'], text: t('components.palette.select') },
          { keys: ['enter'], text: t('components.palette.open') },
          { keys: ['mod+enter'], text: t('components.palette.newWindow') },
        ]}
      />
      <span className="cf-grow" />
      <KbdHints
        hints={[
          { keys: ['>'], text: t('components.palette.commandsOnly') },
          { keys: ['#'], text: t('components.palette.applicationsOnly') },
        ]}
      />
    </footer>
  );
}

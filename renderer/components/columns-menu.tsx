import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import { useT } from '#renderer/i18n/use-t.ts';
import {
  inOrder,
  isOwnLayout,
  isShown,
  ownLayout,
  withMoved,
  withStep,
  withToggled,
} from './column-layout.ts';
import type { ColumnArrangement } from './column-layout.ts';
import { iconStroke } from './icon.ts';
import type { Column } from './table-column.ts';
import { useColumnDrag } from './use-column-drag.ts';
import { useTableRoom } from './use-narrow.ts';
import { onKeys } from './use-shortcuts.ts';
import styles from './columns-menu.module.css';

type ColumnsMenuProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly arrangement: ColumnArrangement;
};

/** Which columns a table shows and in which order: ticked, dragged, or moved by Alt and an arrow. */
export function ColumnsMenu<Row>({ columns, arrangement }: ColumnsMenuProps<Row>) {
  const t = useT();
  const { layout, onLayout } = arrangement;
  return (
    // The first column takes the focus: an element for that alone is none that a menu may hold.
    <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('components.table.columns')} title={t('components.table.columns')}>
          <IconColumns3 size={16} stroke={iconStroke} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.columns} role="none">
          <ColumnItems columns={columns} arrangement={arrangement} />
        </div>
        <Menu.Divider />
        <Menu.Item disabled={isOwnLayout(layout)} onClick={() => onLayout(ownLayout)}>
          {t('components.table.reset')}
        </Menu.Item>
        <Menu.Label fw={400}>{t('components.table.moveHint')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

function ColumnItems<Row>({ columns, arrangement: { layout, onLayout } }: ColumnsMenuProps<Row>) {
  const room = useTableRoom();
  const drag = useColumnDrag('y', (id, to) => onLayout(withMoved(columns, layout, id, to)));
  const move = (id: string, item: HTMLElement, step: -1 | 1): void => {
    flushSync(() => onLayout(withStep(columns, layout, id, step)));
    // An element that was put elsewhere has lost the focus.
    item.focus();
  };
  return inOrder(columns, layout).map((column, index) => (
    <Menu.CheckboxItem
      key={column.id}
      data-autofocus={index === 0 || undefined}
      {...drag(column.id)}
      className={styles.item}
      checked={isShown(column, layout, room)}
      checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
      aria-disabled={column.always}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      rightSection={<IconGripVertical size={14} stroke={iconStroke} aria-hidden />}
      // The menu's own handler would keep the drag from beginning.
      onMouseDown={() => undefined}
      onKeyDownCapture={(event) =>
        onKeys({
          'alt+arrowup': () => move(column.id, event.currentTarget, -1),
          'alt+arrowdown': () => move(column.id, event.currentTarget, 1),
        })(event)
      }
      onChange={() => onLayout(withToggled(layout, column, room))}
    >
      {column.title}
    </Menu.CheckboxItem>
  ));
}

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { maxFilterText } from '#shared/contract/list-filter.ts';
import { Chip } from '#renderer/components/chip.tsx';
import { GroupMenu } from '#renderer/components/group-menu.tsx';
import type { GroupChoices } from '#renderer/components/group-menu.tsx';
import { ColumnsMenu } from '#renderer/components/columns-menu.tsx';
import type { ConditionWords } from '#renderer/components/condition-words.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine } from '#renderer/components/page.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { onKeys, useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { OpenView } from './use-saved-view.ts';
import { ViewChanges } from './view-changes.tsx';
import { ViewsMenu } from './views-menu.tsx';
import styles from '#renderer/components/filter-line.module.css';

interface ListFilterLineProps<
  Filter extends { readonly text?: string | undefined },
  Key extends string,
  Row,
> {
  readonly open: OpenView<Filter, Key>;
  readonly columns: readonly Column<Row>[];
  /** What the search field is called. */
  readonly search: string;
  readonly chips: readonly (ConditionWords & { readonly id: string; readonly onRemove: () => void })[];
  /** `+ 筛选` with all conditions; `F` opens it. */
  readonly menu: ReactNode;
  /** By what it can be grouped; left out by what shows no rows. */
  readonly groups?: GroupChoices | undefined;
  /** Stands before the columns. */
  readonly end?: ReactNode;
}

/** The line over a list: search, chips, and what can be done with the view they make. */
export function ListFilterLine<
  Filter extends { readonly text?: string | undefined },
  Key extends string,
  Row,
>({ open, columns, search, chips, menu, groups, end }: ListFilterLineProps<Filter, Key, Row>) {
  const fieldId = useId();
  const chipsId = useId();
  const { view } = open;
  const setText = (text: string): void => open.set({ ...view, filter: { ...view.filter, text } });
  useShortcuts({
    '/': () => document.getElementById(fieldId)?.focus(),
    f: () => {
      const button = document.getElementById(chipsId)?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
      // Where the focus was, the menu gives it back.
      button?.focus();
      button?.click();
    },
  });
  return (
    <FilterLine
      end={
        <>
          {end}
          {groups && <GroupMenu {...groups} />}
          <ColumnsMenu columns={columns} arrangement={open.arrangement} />
          <ViewsMenu open={open} />
        </>
      }
    >
      <TextInput
        maxLength={maxFilterText}
        id={fieldId}
        className={styles.search}
        aria-label={search}
        placeholder={search}
        leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
        value={view.filter.text ?? ''}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeys({
          arrowdown: toList,
          enter: toList,
          escape: () => (view.filter.text ? setText('') : toList()),
        })}
      />
      <div id={chipsId} className={styles.chips}>
        {chips.map(({ id, ...chip }) => (
          <Chip key={id} {...chip} />
        ))}
        {groups && <GroupChip {...groups} />}
        {menu}
        <ViewChanges open={open} />
      </div>
    </FilterLine>
  );
}

const toList = (): void => document.querySelector<HTMLElement>('main [role="grid"]')?.focus();

/** What the list is grouped by, beside its conditions. */
function GroupChip({ choices, chosen, onChoose }: GroupChoices) {
  const t = useT();
  const title = choices.find(({ id }) => id === chosen)?.title;
  if (title === undefined) return null;
  return (
    <Chip
      field={t('components.group.menu')}
      operator={t('components.group.by')}
      value={title}
      onRemove={() => onChoose(undefined)}
    />
  );
}

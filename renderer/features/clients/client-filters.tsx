import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientFilter, ClientRow } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { Chip } from '#renderer/components/chip.tsx';
import { ColumnsMenu } from '#renderer/components/columns-menu.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { viewToText } from './client-view.ts';
import { conditionsOf, conditionWords, without } from './conditions.ts';
import { FilterMenu } from './filter-menu.tsx';
import { LineDialog } from './line-dialog.tsx';
import type { OpenView } from './use-view.ts';
import styles from '#renderer/components/filter-line.module.css';

const searchFieldId = 'clients-search';

interface ClientFiltersProps {
  readonly open: OpenView;
  readonly columns: readonly Column<ClientRow>[];
}

/** Search, chips, and what can be done with the view they make. */
export function ClientFilters({ open, columns }: ClientFiltersProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const [asksTag, setAsksTag] = useState(false);
  const { filter } = open.view;
  const setFilter = (next: ClientFilter): void => open.set({ ...open.view, filter: next });
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  useShortcuts({ '/': () => document.getElementById(searchFieldId)?.focus() });
  return (
    <FilterLine
      end={
        <>
          <ColumnsMenu columns={columns} arrangement={open.arrangement} />
          <ViewMenu open={open} />
        </>
      }
    >
      <TextInput
        id={searchFieldId}
        className={styles.search}
        aria-label={t('clients.search')}
        placeholder={t('clients.search')}
        leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
        value={filter.text ?? ''}
        onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
      <div className={styles.chips}>
        {conditionsOf(filter).map((id) => (
          <Chip
            key={id}
            {...conditionWords(filter, id, { t, nameOf })}
            onRemove={() => setFilter(without(filter, id))}
          />
        ))}
        <FilterMenu filter={filter} people={people} onChange={setFilter} onTag={() => setAsksTag(true)} />
        {open.isChanged && <ViewChanges open={open} />}
      </div>
      {asksTag && (
        <LineDialog
          title={t('clients.condition.tag')}
          label={t('clients.tagName')}
          initial={filter.tag ?? ''}
          confirm={t('clients.filterBy')}
          onClose={() => setAsksTag(false)}
          onConfirm={(tag) => {
            setAsksTag(false);
            setFilter({ ...filter, tag });
          }}
        />
      )}
    </FilterLine>
  );
}

/** 保存改动 and 还原 beside the chips of a changed view; the whole list can be saved as a new one. */
function ViewChanges({ open }: { readonly open: OpenView }) {
  const t = useT();
  const { saved, view, revert } = open;
  const save = useSaveView();
  const [naming, setNaming] = useState(false);
  const keep = async (id: string | null, name: string): Promise<void> => {
    const viewId = await save(id, name, viewToText(view));
    if (viewId === undefined) return;
    setNaming(false);
    revert();
    navigateTo(paths.clients(viewId));
  };
  return (
    <>
      <span className="cf-sep" />
      <TextButton onClick={() => (saved === undefined ? setNaming(true) : void keep(saved.id, saved.name))}>
        {t(saved === undefined ? 'clients.view.saveAs' : 'clients.view.save')}
      </TextButton>
      <TextButton plain onClick={revert}>
        {t('clients.view.revert')}
      </TextButton>
      {naming && (
        <NameDialog initial="" onClose={() => setNaming(false)} onName={(name) => void keep(null, name)} />
      )}
    </>
  );
}

function ViewMenu({ open }: { readonly open: OpenView }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const save = useSaveView();
  const { saved, view } = open;
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const name = async (text: string): Promise<void> => {
    const viewId = await save(naming === 'rename' ? (saved?.id ?? null) : null, text, viewToText(view));
    if (viewId === undefined) return;
    setNaming(null);
    open.revert();
    navigateTo(paths.clients(viewId));
  };
  const remove = async (id: string, viewName: string): Promise<void> => {
    const removed = await act(
      () => backend.views.remove({ id }),
      t('clients.view.removed', { name: viewName }),
    );
    if (removed !== undefined) navigateTo(paths.clients());
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('clients.view.menu')}>
            <IconDots size={16} stroke={iconStroke} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming('new')}>{t('clients.view.saveAsNew')}…</Menu.Item>
          {saved && <Menu.Item onClick={() => setNaming('rename')}>{t('clients.view.rename')}…</Menu.Item>}
          {saved && (
            <Menu.Item onClick={() => void remove(saved.id, saved.name)}>
              {t('clients.view.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <NameDialog
          initial={naming === 'rename' ? (saved?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={(text) => void name(text)}
        />
      )}
    </>
  );
}

interface NameDialogProps {
  readonly initial: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

function NameDialog({ initial, onClose, onName }: NameDialogProps) {
  const t = useT();
  return (
    <LineDialog
      title={t(initial === '' ? 'clients.view.saveAs' : 'clients.view.rename')}
      label={t('clients.view.name')}
      initial={initial}
      confirm={t('components.action.save')}
      onClose={onClose}
      onConfirm={onName}
    />
  );
}

/** Saves a view and resolves with its id; undefined when it failed. */
function useSaveView(): (id: string | null, name: string, filter: string) => Promise<string | undefined> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  return async (id, name, filter) => {
    const saved = await act(
      () => backend.views.save({ id, screen: 'clients', name, filter }),
      t('clients.view.saved', { name }),
    );
    return saved?.id;
  };
}

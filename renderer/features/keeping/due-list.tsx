import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch, IconShredder } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DueRow } from '#shared/contract/keeping.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { nextOf } from '#renderer/components/chosen-rows.ts';
import type { ChosenRows } from '#renderer/components/chosen-rows.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { KbdHints, Keys } from '#renderer/components/kbd-hints.tsx';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DestroyDialog } from './destroy-dialog.tsx';
import { useDueColumns } from './use-due-columns.tsx';

const shows = ['all', 'free', 'held'] as const;
type Show = (typeof shows)[number];
const nothing: ReadonlySet<string> = new Set();

/** What may be destroyed, with what still holds a paper; the chosen ones are destroyed after a word of warning. */
export function DueList({ choice }: { readonly choice: ReactNode }) {
  const t = useT();
  const { query, backend } = useApi();
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [kept, setKept] = useState({ viewKey: '', ids: nothing });
  const [active, setActive] = useState<DueRow | null>(null);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const input = { text: text.trim(), show };
  const viewKey = JSON.stringify(input);
  // What another search or filter has put out of sight is chosen no more, so that nothing is destroyed unseen.
  const selection = kept.viewKey === viewKey ? kept.ids : nothing;
  const setSelection = (ids: ReadonlySet<string>): void => setKept({ viewKey, ids });
  const found = useRowWindow(query.keeping.due.key({ input }), (start, signal) =>
    backend.keeping.due({ ...input, ...start }, { signal }),
  );
  const allIds = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof backend.keeping.due>> = await backend.keeping.due({
        ...input,
        after,
        limit: 500,
      });
      ids.push(...page.rows.map(idOf));
      after = page.nextCursor;
    } while (after !== null);
    return ids;
  };
  const select = async (rows: ChosenRows): Promise<void> =>
    setSelection(rows.kind === 'some' ? rows.ids : new Set(await allIds()));
  const columns = useDueColumns();
  const selected: ChosenRows = { kind: 'some', ids: selection };
  const chosen = [...selection];
  const ask = (): void => {
    if (chosen.length > 0) setAsked(chosen);
    else if (active !== null && active.held === null) setAsked([active.id]);
  };
  useShortcuts({ d: ask });
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const total = found.first?.total ?? 0;
  const counted = t('keeping.dueCount', { total, held: found.first?.heldCount ?? 0 });
  return (
    <>
      <PageHead title={t('keeping.title')} count={found.first && counted}>
        <Button
          variant="filled"
          disabled={chosen.length === 0}
          leftSection={<IconShredder size={16} stroke={iconStroke} aria-hidden />}
          rightSection={chosen.length > 0 && <Keys of="d" />}
          onClick={ask}
        >
          {chosen.length === 0 ? t('keeping.destroy') : t('keeping.destroyChosen', { count: chosen.length })}
        </Button>
      </PageHead>
      <FilterLine end={<ShowChoice show={show} onShow={setShow} />}>
        {choice}
        <TextInput
          aria-label={t('keeping.search')}
          placeholder={t('keeping.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<DueRow>
        takesKeys
        label={t('keeping.tab.due')}
        columns={columns}
        rows={found.rows}
        rowId={idOf}
        rowName={({ title, clientName }) => `${title} ${clientName ?? ''}`}
        tall
        selection={selected}
        onSelect={(next) => void select(nextOf(next, selected))}
        idsBetween={async (first, last) => (await allIds()).slice(first, last + 1)}
        onActive={setActive}
        onOpen={open}
        onShow={found.show}
        loading={found.loading}
        viewKey={viewKey}
        empty={
          input.text === '' && show === 'all' ? (
            <EmptyState title={t('keeping.empty.due')} note={t('keeping.empty.dueNote')} />
          ) : (
            <EmptyState title={t('keeping.empty.nothingFound')} />
          )
        }
      />
      <StatusBar
        keys={
          <KbdHints
            hints={[
              { keys: ['space'], text: t('shell.keys.select') },
              { keys: ['d'], text: t('keeping.destroy') },
            ]}
          />
        }
      >
        {chosen.length > 0 ? t('keeping.chosen', { count: chosen.length }) : counted}
      </StatusBar>
      {asked !== null && (
        <DestroyDialog
          ids={asked}
          rows={found.rows}
          onDone={() => setSelection(nothing)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function ShowChoice({ show, onShow }: { readonly show: Show; readonly onShow: (show: Show) => void }) {
  const t = useT();
  return (
    <SegmentedControl
      aria-label={t('keeping.column.held')}
      value={show}
      onChange={onShow}
      data={shows.map((value) => ({ value, label: t(`keeping.show.${value}`) }))}
    />
  );
}

const idOf = ({ id }: DueRow): string => id;

/** The paper itself; of one in the trash the client, for it has no page of its own there. */
function open({ id, what, isTrashed, clientId }: DueRow): void {
  if (what === 'paper' && !isTrashed) navigateTo(paths.document(id));
  else if (clientId !== null) navigateTo(paths.client(clientId));
}

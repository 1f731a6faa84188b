import { Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrashRow } from '#shared/contract/trash.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { nextOf } from '#renderer/components/chosen-rows.ts';
import type { ChosenRows } from '#renderer/components/chosen-rows.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { KbdHints, Keys } from '#renderer/components/kbd-hints.tsx';
import { Link } from '#renderer/components/link.tsx';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ObstacleDialog } from './obstacle-dialog.tsx';
import { useRestore } from './use-restore.ts';
import { useTrashColumns } from './use-trash-columns.tsx';

const nothing: ReadonlySet<string> = new Set();

/** What was thrown away, newest first, and its way back. */
export function TrashPage() {
  const t = useT();
  const { backend, query } = useApi();
  const [text, setText] = useState('');
  const [selection, setSelection] = useState(nothing);
  const [active, setActive] = useState<TrashRow | null>(null);
  const wanted = text.trim();
  const found = useRowWindow(query.trash.list.key({ input: { text: wanted } }), (start, signal) =>
    backend.trash.list({ text: wanted, ...start }, { signal }),
  );
  const allIds = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof backend.trash.list>> = await backend.trash.list({
        text: wanted,
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
  const columns = useTrashColumns();
  const { restore, obstacles, leave } = useRestore(() => setSelection(nothing));
  const chosen = stillThere(selection, found.rows);
  const selected: ChosenRows = { kind: 'some', ids: new Set(chosen) };
  const total = found.first?.total ?? 0;
  const restoreChosen = (): void => {
    if (chosen.length > 0) restore(chosen);
    else if (active !== null && found.rows.some((row) => row?.changeId === active.changeId))
      restore([active.changeId]);
  };
  useShortcuts({ r: restoreChosen });
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  return (
    <>
      <PageHead title={t('trash.title')} count={found.first && t('trash.count', { count: total })}>
        <Button
          variant="filled"
          disabled={chosen.length === 0}
          leftSection={<IconArrowBackUp size={16} stroke={iconStroke} aria-hidden />}
          rightSection={chosen.length > 0 && <Keys of="r" />}
          onClick={restoreChosen}
        >
          {chosen.length === 0 ? t('trash.restore') : t('trash.restoreChosen', { count: chosen.length })}
        </Button>
      </PageHead>
      <FilterLine end={<Link href={paths.keeping()}>{t('keeping.title')}</Link>}>
        <TextInput
          aria-label={t('trash.search')}
          placeholder={t('trash.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<TrashRow>
        label={t('trash.title')}
        columns={columns}
        rows={found.rows}
        rowId={idOf}
        rowName={(row) => `${t(`trash.kind.${row.kind}`)} ${row.title}`}
        tall
        selection={selected}
        onSelect={(next) => void select(nextOf(next, selected))}
        idsBetween={async (first, last) => (await allIds()).slice(first, last + 1)}
        onActive={setActive}
        onOpen={open}
        onShow={found.show}
        loading={found.loading}
        viewKey={wanted}
        empty={
          wanted === '' ? (
            <EmptyState title={t('trash.empty')} note={t('trash.emptyNote')} />
          ) : (
            <EmptyState title={t('trash.nothingFound')} />
          )
        }
      />
      <StatusBar
        keys={
          <KbdHints
            hints={[
              { keys: ['space'], text: t('shell.keys.select') },
              { keys: ['r'], text: t('trash.restore') },
              { keys: ['mod+z'], text: t('components.action.undo') },
            ]}
          />
        }
      >
        {t(chosen.length > 0 ? 'trash.chosen' : 'trash.count', {
          count: chosen.length > 0 ? chosen.length : total,
        })}
      </StatusBar>
      {obstacles !== null && <ObstacleDialog {...obstacles} onRestore={restore} onClose={leave} />}
    </>
  );
}

/** What came back since, here or elsewhere, is selected no longer, as far as the whole list is known. */
function stillThere(selection: ReadonlySet<string>, rows: readonly (TrashRow | undefined)[]): string[] {
  const known = rows.flatMap((row) => row?.changeId ?? []);
  return known.length === rows.length ? known.filter((id) => selection.has(id)) : [...selection];
}

const idOf = ({ changeId }: TrashRow): string => changeId;

/** The page of the client whose it was, or that it is: it can be read in the trash as well. */
function open({ clientId }: TrashRow): void {
  if (clientId !== null) navigateTo(paths.client(clientId));
}

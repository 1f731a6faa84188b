import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  IconBuildings,
  IconDeviceMobile,
  IconFile,
  IconFileCertificate,
  IconMessage2,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { searchKinds, SearchHit } from '#shared/contract/search.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { isInitialsQuery } from '#shared/domain/search-text.ts';
import { useApi } from '#renderer/api/api.tsx';
import { Found } from '#renderer/components/found.tsx';
import type { Icon } from '#renderer/components/icon.ts';
import { PaletteFrame } from '#renderer/components/palette-frame.tsx';
import type { PaletteGroup, PaletteRow } from '#renderer/components/palette-frame.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useCommands } from './use-commands.ts';

type SearchKind = (typeof searchKinds)[number];

const icons: Readonly<Record<SearchKind, Icon>> = {
  client: IconBuildings,
  contact: IconUser,
  account: IconDeviceMobile,
  application: IconFileCertificate,
  document: IconFile,
  note: IconMessage2,
};

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** One box over clients, people, accounts, applications, papers and commands: characters, pinyin initials or codes. */
export function Palette({ opened, onClose }: PaletteProps) {
  const t = useT();
  const { query, shell } = useApi();
  const [text, setText] = useState('');
  const scope = scopeOf(text);
  const found = useQuery({
    ...query.search.query.queryOptions({
      input: { text: scope.words, ...(scope.only === 'application' && { kinds: ['application' as const] }) },
    }),
    enabled: opened && scope.words !== '' && scope.only !== 'command',
    placeholderData: keepPreviousData,
  });
  const commands = useCommands();
  const close = (): void => {
    setText('');
    onClose();
  };
  const hits = scope.words === '' || scope.only === 'command' ? [] : (found.data?.groups ?? []);
  const targets = new Map<string, string>();
  const groups: PaletteGroup[] = hits.map(({ kind, total, hits: rows }) => ({
    id: kind,
    title: t(`vocabulary.searchKind.${kind}`),
    ...(total > rows.length && { more: t('search.more', { n: total - rows.length }) }),
    rows: rows.map((hit) => {
      targets.set(rowId(hit), pathOf(hit, scope.words));
      return rowOf(hit, scope.words, t);
    }),
  }));
  const shown = commands.filter(
    ({ title, keywords }) => scope.words === '' || highlight(`${title} ${keywords}`, scope.words).length > 0,
  );
  if (scope.only !== 'application') {
    const rows = shown.map(({ id, Icon, title, note }) => ({ id, Icon, title, note }));
    groups.push({ id: 'commands', title: t('search.commands'), rows });
  }
  const pick = (row: PaletteRow, newWindow: boolean): void => {
    close();
    const path = targets.get(row.id);
    if (path === undefined) commands.find(({ id }) => id === row.id)?.run();
    else if (newWindow) void shell.newWindow({ path });
    else navigateTo(path);
  };
  return (
    <PaletteFrame
      opened={opened}
      query={text}
      onQuery={setText}
      groups={groups}
      mode={isInitialsQuery(scope.words) ? t('search.initials') : undefined}
      busy={found.isFetching}
      nothing={nothingIn(scope, t)}
      onPick={(row, { newWindow }) => pick(row, newWindow)}
      onClose={close}
    />
  );
}

type Scope = { readonly words: string; readonly only: 'command' | 'application' | null };

/** `>` looks for commands only, `#` for applications only, as an input method writes them too. */
function scopeOf(text: string): Scope {
  const words = text.trim();
  if (/^[>＞》]/u.test(words)) return { words: words.slice(1).trim(), only: 'command' };
  if (/^[#＃]/u.test(words)) return { words: words.slice(1).trim(), only: 'application' };
  return { words, only: null };
}

/** Why there may be nothing to choose from, and what to do. */
function nothingIn({ words, only }: Scope, t: TFunction): string | undefined {
  if (words !== '') return t(`search.none.${only ?? 'all'}`, { query: words });
  return only === 'application' ? t('search.none.whichApplication') : undefined;
}

const rowId = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

function rowOf(hit: SearchHit, words: string, t: TFunction): PaletteRow {
  return {
    id: rowId(hit),
    Icon: icons[hit.kind],
    title: <Found text={hit.title} query={words} />,
    note: (
      <>
        {hit.inFile !== undefined && `${placeIn(hit.inFile, t)} · `}
        <Found text={hit.detail} query={words} />
      </>
    ),
  };
}

/** The page of the file, before whose it is and the part of its text that was found. */
const placeIn = ({ page, isCurrent }: NonNullable<SearchHit['inFile']>, t: TFunction): string =>
  t(isCurrent ? 'search.inFile' : 'search.inOldFile', { page });

/** What was found in a file is marked there. */
function pathOf(hit: SearchHit, words: string): string {
  if (hit.kind === 'document')
    return paths.document(
      hit.id,
      hit.inFile?.isCurrent === true ? { page: hit.inFile.page, find: words } : {},
    );
  if (hit.kind === 'application') return paths.application(hit.id);
  if (hit.kind === 'account') return paths.account(hit.id);
  if (hit.clientId === null) return paths.clients();
  if (hit.kind === 'note') return paths.client(hit.clientId, `note.${hit.id}`);
  return paths.client(hit.clientId);
}

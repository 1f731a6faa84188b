import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { z } from 'zod';
import type { ViewRow } from '#shared/contract/views.ts';
import type { ColumnArrangement } from '#renderer/components/column-layout.ts';
import { isSameView, viewFromText, viewToText } from '#renderer/components/list-view.ts';
import type { ListView, ViewKind } from '#renderer/components/list-view.ts';
import { trailBackTo } from '#renderer/components/list-trail.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useListMemory } from '#renderer/components/use-list-memory.ts';
import type { ListMemory } from '#renderer/components/use-list-memory.ts';
import { useApi } from '../api.tsx';

export interface OpenView<Filter extends object, Key extends string> {
  readonly kind: ViewKind<Filter, Key>;
  /** False until it is known what the saved view says. */
  readonly ready: boolean;
  /** The saved view that is open, if one is. */
  readonly saved: ViewRow | undefined;
  readonly view: ListView<Filter, Key>;
  readonly isChanged: boolean;
  readonly set: (view: ListView<Filter, Key>) => void;
  readonly revert: () => void;
  /** Of the columns: the view's own, else those of the list. */
  readonly arrangement: ColumnArrangement;
  /** The view as it is on the screen, its columns as well. */
  readonly text: () => string;
}

/** What a list shows is kept as a view is. */
const lookText = z.string();

/** Lists of this window that were shown already: only the first time is the view of the last time opened again. */
const shown = new Set<string>();

/**
 * The view on the screen: a saved one or the whole list, with what was changed about it here. The whole list is left on
 * this computer as it is, but for the text that is searched for. `kind` is a constant. What is returned is the same until
 * something of it changes.
 */
export function useSavedView<Filter extends { readonly text?: string | undefined }, Key extends string>(
  kind: ViewKind<Filter, Key>,
  wantedId: string | undefined,
): OpenView<Filter, Key> {
  const { screen, whole } = kind;
  const { query } = useApi();
  const views = useQuery(query.views.list.queryOptions({ input: { screen } }));
  const saved = wantedId === undefined ? undefined : views.data?.find(({ id }) => id === wantedId);
  // A view that was removed is none: what the address still names is the whole list.
  const viewId = views.data === undefined ? wantedId : saved?.id;
  const memory = useListMemory(screen, lookText, viewToText(kind, whole));
  const [draft, setDraft] = useState(() => {
    const left = trailBackTo(screen)?.look ?? (wantedId === undefined ? memory.look : undefined);
    return left === undefined ? null : viewFromText(kind, left);
  });
  useLastView(kind, viewId, memory);
  const base = useMemo(
    () => (saved === undefined ? whole : viewFromText(kind, saved.filter)),
    [kind, saved, whole],
  );
  const isReady = viewId === undefined || !views.isPending;
  return useMemo(
    () => openView({ kind, isReady, isSaved: viewId !== undefined, saved, draft, base, memory, setDraft }),
    [kind, isReady, viewId, saved, draft, base, memory],
  );
}

interface ViewState<Filter extends object, Key extends string> {
  readonly kind: ViewKind<Filter, Key>;
  readonly isReady: boolean;
  /** Whether a saved view is open, also one that is not read yet. */
  readonly isSaved: boolean;
  readonly saved: ViewRow | undefined;
  readonly draft: ListView<Filter, Key> | null;
  readonly base: ListView<Filter, Key>;
  readonly memory: ListMemory<string>;
  readonly setDraft: (draft: ListView<Filter, Key> | null) => void;
}

function openView<Filter extends { readonly text?: string | undefined }, Key extends string>(
  state: ViewState<Filter, Key>,
): OpenView<Filter, Key> {
  const { kind, isSaved, saved, draft, base, memory, setDraft } = state;
  const { whole, plain } = kind;
  const view = draft ?? base;
  const set = (next: ListView<Filter, Key>): void => {
    setDraft(next);
    if (isSaved) return;
    memory.setLook(viewToText(kind, { ...next, filter: plain({ ...next.filter, text: undefined }) }));
  };
  const layout = view.columns ?? memory.layout;
  return {
    kind,
    ready: state.isReady,
    saved,
    view,
    isChanged: !isSameView(kind, view, base),
    set,
    revert() {
      setDraft(null);
      if (!isSaved) memory.setLook(viewToText(kind, whole));
    },
    arrangement: {
      layout,
      onLayout: (columns) => (saved === undefined ? memory.onLayout(columns) : set({ ...view, columns })),
    },
    text: () => viewToText(kind, { ...view, columns: layout }),
  };
}

/** Opens the view of the last time when the list is shown for the first time, and keeps which one is open. */
function useLastView(
  { screen }: Pick<ViewRow, 'screen'>,
  viewId: string | undefined,
  memory: { readonly openView: string | null; readonly setOpenView: (id: string | null) => void },
): void {
  const follow = useEffectEvent(() => {
    const isFirst = !shown.has(screen);
    shown.add(screen);
    if (isFirst && viewId === undefined && memory.openView !== null)
      navigateTo(paths[screen](memory.openView));
    else memory.setOpenView(viewId ?? null);
  });
  useEffect(() => follow(), [screen, viewId]);
}

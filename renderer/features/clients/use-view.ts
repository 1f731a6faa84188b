import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import type { ColumnArrangement } from '#renderer/components/column-layout.ts';
import { trailBackTo } from '#renderer/components/list-trail.ts';
import { useListMemory } from '#renderer/components/use-list-memory.ts';
import { clientView, isSameView, viewFromText, wholeList } from './client-view.ts';
import type { ClientView } from './client-view.ts';
import { without } from './conditions.ts';

/** How the list was when a client was opened from it and one comes back. */
function leftView(): ClientView | null {
  const left = clientView.safeParse(trailBackTo('clients')?.look);
  return left.success ? left.data : null;
}

export interface OpenView {
  /** False until it is known what the saved view says. */
  readonly ready: boolean;
  /** The saved view that is open, if one is. */
  readonly saved: { readonly id: string; readonly name: string } | undefined;
  readonly view: ClientView;
  readonly isChanged: boolean;
  readonly set: (view: ClientView) => void;
  readonly revert: () => void;
  /** Of the columns, the same in all views. */
  readonly arrangement: ColumnArrangement;
}

/**
 * The view on the screen: a saved one or the whole list, with what was changed about it here. The whole list is left on
 * this computer as it is, but for the text that is searched for.
 */
export function useView(viewId: string | undefined): OpenView {
  const { query } = useApi();
  const { look, setLook, ...arrangement } = useListMemory('clients', clientView, wholeList);
  const [draft, setDraft] = useState(() => leftView() ?? (viewId === undefined ? look : null));
  const views = useQuery({
    ...query.views.list.queryOptions({ input: { screen: 'clients' } }),
    enabled: viewId !== undefined,
  });
  const saved = viewId === undefined ? undefined : views.data?.find(({ id }) => id === viewId);
  const base = saved === undefined ? wholeList : viewFromText(saved.filter);
  const view = draft ?? base;
  return {
    ready: viewId === undefined || !views.isPending,
    saved,
    view,
    isChanged: !isSameView(view, base),
    set: (next) => {
      setDraft(next);
      if (viewId === undefined) setLook({ ...next, filter: without(next.filter, 'text') });
    },
    revert: () => {
      setDraft(null);
      if (viewId === undefined) setLook(wholeList);
    },
    arrangement,
  };
}

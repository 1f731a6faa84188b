import { useMemo, useState } from 'react';
import { z } from 'zod';
import { columnLayout } from '#shared/contract/column-layout.ts';
import type { ColumnLayout } from '#shared/contract/column-layout.ts';
import { ownLayout } from './column-layout.ts';
import type { ColumnArrangement } from './column-layout.ts';
import { useFirmKey } from './firm-key.ts';

export type ListMemory<Look> = ColumnArrangement & {
  /** What the list shows beside its columns: its order and how it is narrowed. */
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  /** The saved view that was open, by its id. */
  readonly openView: string | null;
  readonly setOpenView: (id: string | null) => void;
};

/**
 * What a list of the open firm was left like, kept on this computer: its columns, its look and the view that was open.
 * Whatever of it can't be read, because it is broken or of another program, is as in a new list. `schema` and `initial`
 * are constants. The memory is the same as long as what it holds is.
 */
export function useListMemory<Look>(
  list: 'clients' | 'accounts' | 'applications' | 'applications.shape' | 'documents',
  schema: z.ZodType<Look>,
  initial: Look,
): ListMemory<Look> {
  const key = `certfolio.list.${list} ${useFirmKey()}`;
  const [state, setState] = useState(() => recalled(key, schema, initial));
  return useMemo(() => {
    const set = (next: typeof state): void => {
      setState(next);
      const { layout: columns, look, openView } = next;
      localStorage.setItem(key, JSON.stringify({ columns, look, openView }));
    };
    return {
      ...state,
      onLayout: (layout) => set({ ...state, layout }),
      setLook: (look) => set({ ...state, look }),
      setOpenView: (openView) => {
        if (openView !== state.openView) set({ ...state, openView });
      },
    };
  }, [key, state]);
}

const kept = z.object({ columns: z.unknown(), look: z.unknown(), openView: z.unknown() }).partial();

function recalled<Look>(
  key: string,
  schema: z.ZodType<Look>,
  initial: Look,
): { readonly layout: ColumnLayout; readonly look: Look; readonly openView: string | null } {
  const read = kept.safeParse(parsed(localStorage.getItem(key) ?? ''));
  const layout = columnLayout.safeParse(read.data?.columns);
  const look = schema.safeParse(read.data?.look);
  const openView = read.data?.openView;
  return {
    layout: layout.success ? layout.data : ownLayout,
    look: look.success ? look.data : initial,
    openView: typeof openView === 'string' ? openView : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

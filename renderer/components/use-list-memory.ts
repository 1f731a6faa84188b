import { useState } from 'react';
import { z } from 'zod';
import { columnLayout, ownLayout } from './column-layout.ts';
import type { ColumnArrangement, ColumnLayout } from './column-layout.ts';

export type ListMemory<Look> = ColumnArrangement & {
  /** What the list shows beside its columns: its order and how it is narrowed. */
  readonly look: Look;
  readonly setLook: (look: Look) => void;
};

/**
 * What a list was left like, kept on this computer: its columns and its look. Whatever of it can't be read, because it is
 * broken or of another program, is as in a new list. `schema` and `initial` are constants.
 */
export function useListMemory<Look>(
  list: 'clients' | 'accounts' | 'applications' | 'applications.shape' | 'documents',
  schema: z.ZodType<Look>,
  initial: Look,
): ListMemory<Look> {
  const key = `certfolio.list.${list}`;
  const [state, setState] = useState(() => recalled(key, schema, initial));
  const set = (next: typeof state): void => {
    setState(next);
    localStorage.setItem(key, JSON.stringify({ columns: next.layout, look: next.look }));
  };
  return {
    ...state,
    onLayout: (layout) => set({ ...state, layout }),
    setLook: (look) => set({ ...state, look }),
  };
}

const kept = z.object({ columns: z.unknown(), look: z.unknown() }).partial();

function recalled<Look>(
  key: string,
  schema: z.ZodType<Look>,
  initial: Look,
): { readonly layout: ColumnLayout; readonly look: Look } {
  const read = kept.safeParse(parsed(localStorage.getItem(key) ?? ''));
  const layout = columnLayout.safeParse(read.data?.columns);
  const look = schema.safeParse(read.data?.look);
  return {
    layout: layout.success ? layout.data : ownLayout,
    look: look.success ? look.data : initial,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useFirmKey } from './firm-key.ts';

export type FoldedGroups = {
  /** The keys of the groups that are collapsed. */
  readonly folded: readonly string[];
  readonly setFolded: (keys: readonly string[]) => void;
};

/** Lists, in how many views and by what they were grouped: as many are kept as anybody goes back to. */
const keptLists = 40;
const kept = z.array(z.tuple([z.string(), z.array(z.string())]));

/**
 * Which groups of a list are collapsed, kept on this computer and no part of a view: `list` names the list, the view
 * and by what it is grouped. A view that was just saved is collapsed as what it was made `from`.
 */
export function useFoldedGroups(list: string, from: string): FoldedGroups {
  const key = `certfolio.folded ${useFirmKey()}`;
  const [all, setAll] = useState(() => recalled(key));
  return useMemo(() => {
    const foldedOf = (name: string): readonly string[] | undefined => all.find(([one]) => one === name)?.[1];
    return {
      folded: foldedOf(list) ?? foldedOf(from) ?? none,
      setFolded: (keys) => {
        // Another list of this window may have been folded since.
        const others = recalled(key).filter(([name]) => name !== list);
        const own: (typeof all)[number] = [list, [...keys]];
        const next = [own, ...others].slice(0, keptLists);
        setAll(next);
        localStorage.setItem(key, JSON.stringify(next));
      },
    };
  }, [all, key, list, from]);
}

const none: readonly never[] = [];

function recalled(key: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}

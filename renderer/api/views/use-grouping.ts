import { useMemo } from 'react';
import type { GroupChoices } from '#renderer/components/group-menu.tsx';
import type { TableGroups } from '#renderer/components/table-groups.ts';
import { useFoldedGroups } from '#renderer/components/use-folded-groups.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import type { OpenView } from './use-saved-view.ts';

/** What a page says of a group, beside what is counted of it. */
export interface GroupHead {
  readonly key: string;
  readonly name: string | null;
  readonly isCollapsed: boolean;
  readonly total: number;
}

export interface Grouping<By extends string> {
  /** What a page is asked with. */
  readonly group: { readonly by: By; readonly collapsed: string[] } | undefined;
  readonly choose: (by: string | undefined) => void;
  readonly fold: (keys: readonly string[], isOpen: boolean) => void;
}

/** By what the view on the screen is grouped, and which of its groups are collapsed on this computer. */
export function useGrouping<
  Filter extends { readonly text?: string | undefined },
  Key extends string,
  By extends string,
>(open: OpenView<Filter, Key>, all: readonly By[]): Grouping<By> {
  const { view, saved, kind } = open;
  const by = all.find((one) => one === view.group);
  const listOf = (id: string): string => `${kind.screen} ${id} ${by ?? ''}`;
  const folding = useFoldedGroups(listOf(saved?.id ?? ''), listOf(''));
  return useMemo(() => {
    const { folded, setFolded } = folding;
    return {
      group: by && { by, collapsed: [...folded] },
      choose: (group) => open.set({ ...open.view, group }),
      fold: (keys, isOpen) => {
        const others = folded.filter((key) => !keys.includes(key));
        setFolded(isOpen ? others : [...others, ...keys]);
      },
    };
  }, [by, folding, open]);
}

interface Grouped<By extends string, Head extends GroupHead> {
  readonly by: By;
  readonly heads: readonly Head[];
}

/** What the headings of a list say; a constant or memoised. */
export interface GroupWords<By extends string, Head extends GroupHead> {
  readonly fieldOf: (by: By) => string;
  readonly titleOf: (by: By, head: Head) => string;
  readonly figuresOf: (by: By, head: Head) => readonly string[];
}

/** The headings of a page, and the menu that groups by something else. `grouped` is what the newest page said. */
export function useShownGroups<By extends string, Head extends GroupHead>(
  grouping: Grouping<By>,
  all: readonly By[],
  grouped: Grouped<By, Head> | undefined,
  words: GroupWords<By, Head>,
): { readonly groups: TableGroups | undefined; readonly menu: GroupChoices } {
  const format = useFormat();
  const list = useMemo(
    () =>
      grouped?.heads.map((head) => ({
        key: head.key,
        title: words.titleOf(grouped.by, head),
        count: head.total,
        countWords: format.count(head.total),
        figures: words.figuresOf(grouped.by, head),
        isOpen: !head.isCollapsed,
      })),
    [grouped, words, format],
  );
  return useMemo(() => {
    const { group, choose, fold } = grouping;
    const keys = (list ?? []).map(({ key }) => key);
    return {
      groups: list && { list, onFold: (key, isOpen) => fold([key], isOpen) },
      menu: {
        choices: all.map((id) => ({ id, title: words.fieldOf(id) })),
        chosen: group?.by,
        onChoose: choose,
        onFoldAll: (isOpen) => fold(keys, isOpen),
      },
    };
  }, [list, grouping, all, words]);
}

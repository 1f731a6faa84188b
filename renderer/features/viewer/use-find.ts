import { useEffect, useEffectEvent, useState } from 'react';
import { findInRuns, hasText } from '#renderer/components/scan/find-in-runs.ts';
import type { PageBox } from '#renderer/components/scan/page-box.ts';
import type { OpenPane } from './use-pane.ts';
import type { TextSource } from './use-text-source.ts';

interface Hit {
  /** The page, from 1. */
  readonly no: number;
  readonly boxes: readonly PageBox[];
}

interface Found {
  readonly source: TextSource;
  readonly query: string;
  readonly hits: readonly Hit[];
  /** The page, from 1, that was in sight when the search began. */
  readonly from: number;
  /** Pages that were looked through. */
  readonly pages: number;
  /** Of those, whether one says anything. */
  readonly hasText: boolean;
}

/** After the last key it is searched. */
const restMs = 150;

/** What the page's address asks for. */
interface Wanted {
  readonly find: string | undefined;
  readonly page: number | undefined;
}

/** Search in the text of the file that a pane shows. */
export function useFind(pane: OpenPane, source: TextSource | null, wanted: Wanted) {
  const [isOpen, setOpen] = useState(wanted.find !== undefined);
  const [query, setQuery] = useState(wanted.find ?? '');
  const [at, setAt] = useState(0);
  const isWanted = query === wanted.find;
  const from = (isWanted ? wanted.page : undefined) ?? pane.look.no;
  const searched = useFound(source, isOpen ? query.trim() : '', from);
  const found = searched !== null && searched.source === source ? searched : null;
  const hits = found?.hits ?? [];
  const show = (index: number): void => {
    const hit = hits[index];
    const [box] = hit?.boxes ?? [];
    setAt(index);
    if (hit !== undefined && box !== undefined) pane.stage.current?.show(hit.no, box);
  };
  useFirstHit(found, show);
  const isSearching = source !== null && isOpen && query.trim() !== '' && found?.pages !== source.pageCount;
  return {
    isOpen,
    query,
    /** There is text to look in. */
    isReady: source !== null,
    total: hits.length,
    /** From 0. */
    at: Math.min(at, Math.max(0, hits.length - 1)),
    isSearching,
    /** All pages were looked through, and none says a word. */
    isWordless: found !== null && !isSearching && !found.hasText,
    open: (): void => setOpen(true),
    close: (): void => setOpen(false),
    setQuery,
    step: (by: 1 | -1): void => {
      if (hits.length > 0) show((at + by + hits.length) % hits.length);
    },
    boxesOn: (no: number) =>
      isOpen
        ? hits.flatMap((hit, index) =>
            hit.no === no
              ? hit.boxes.map((box, part) => ({ id: `${index} ${part}`, box, isCurrent: index === at }))
              : [],
          )
        : [],
  };
}

export type Find = ReturnType<typeof useFind>;

/** The first hit from the page in sight on, else the first of all, comes into sight once for each query. */
function useFirstHit(found: Found | null, onFirst: (index: number) => void): void {
  const first = found === null ? -1 : firstHit(found);
  const query = first < 0 ? undefined : found?.query;
  const tell = useEffectEvent(() => onFirst(first));
  useEffect(() => {
    if (query !== undefined) tell();
  }, [query]);
}

function firstHit({ source, hits, from, pages }: Found): number {
  const ahead = hits.findIndex(({ no }) => no >= from);
  return ahead < 0 && pages === source.pageCount && hits.length > 0 ? 0 : ahead;
}

/** What a file holds of a query, page after page; null while nothing is looked for. */
function useFound(source: TextSource | null, query: string, from: number): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const begin = useEffectEvent(() => from);
  useEffect(() => {
    if (source === null || query === '') return;
    let isOver = false;
    const search = async (): Promise<void> => {
      let next: Found = { source, query, from: begin(), hits: [], pages: 0, hasText: false };
      for (let no = 1; no <= source.pageCount; no += 1) {
        const runs = await source.read(no).catch(() => []);
        if (isOver) return;
        const hits = findInRuns(runs, query).map((boxes) => ({ no, boxes }));
        next = { ...next, hits: [...next.hits, ...hits], pages: no, hasText: next.hasText || hasText(runs) };
        if (hits.length > 0 || no === source.pageCount) setFound(next);
      }
    };
    const timer = setTimeout(() => void search(), restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [source, query]);
  return query === '' || found?.query !== query ? null : found;
}

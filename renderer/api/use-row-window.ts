import { hashKey, usePrefetchQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

interface Page {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
  readonly total: number;
  /** Of a list in groups: how many of its rows are not collapsed away. */
  readonly grouped?: { readonly shown: number } | undefined;
}

/** What a page is asked for by: see the contract's `rowRange`. */
export interface PageStart {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

/** What a list shows of a backend list that is read in pages, wherever it is scrolled to. */
export interface RowWindow<P extends Page> {
  /** As long as the list that is shown; a row that has not come yet is undefined. */
  readonly rows: readonly (P['rows'][number] | undefined)[];
  /** False while what is shown is still that of another filter or order. */
  readonly isOwn: boolean;
  /** The newest page, for totals and sums; undefined while nothing has come. */
  readonly first: P | undefined;
  readonly loading: boolean;
  readonly error: unknown;
  /** Says which rows are in sight; they and some around them are read. */
  readonly show: (first: number, last: number) => void;
  readonly retry: () => void;
}

const pageSize = 50;
/** While the list flies past, nothing is asked for. */
const restMs = 40;

/**
 * Reads the pages of a list that are in sight. `key` names the list, its filter and its order; what was shown of
 * another one stays until the new answer is there. `place` names the lists in which one stays at the same place: those
 * that differ in what is collapsed alone.
 */
export function useRowWindow<P extends Page>(
  key: readonly unknown[],
  read: (start: PageStart, signal: AbortSignal) => Promise<P>,
  place: readonly unknown[] = key,
): RowWindow<P> {
  const queryClient = useQueryClient();
  const list = hashKey(place);
  const [pages, setPages] = useState<Pages>({ list, from: 0, to: 0 });
  const { from, to } = pages.list === list ? pages : { from: 0, to: 0 };
  const pageNo = (no: number) => ({
    queryKey: pageKey(key, no),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => read(startOf<P>(queryClient, key, no), signal),
  });
  // Another list is asked for at once, not only when the page has been drawn without it.
  usePrefetchQuery(pageNo(from));
  const found = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, index) => pageNo(from + index)),
    combine: useMemo(() => assembler<P>(from), [from]),
  });
  const shown = useLatest(found.shown);
  const lastPage = Math.floor(Math.max(0, (shown?.rows.length ?? 0) - 1) / pageSize);
  const show = useSettled((first: number, last: number) => {
    const next = {
      list,
      from: Math.max(0, Math.floor(first / pageSize) - 1),
      to: Math.min(lastPage, Math.floor(last / pageSize) + 1),
    };
    if (next.from !== from || next.to !== to) setPages(next);
  });
  return {
    rows: shown?.rows ?? none,
    isOwn: found.shown !== undefined,
    first: shown?.first,
    loading: shown === undefined && found.isPending,
    error: found.error,
    show,
    retry: () => void queryClient.refetchQueries({ queryKey: key, type: 'active' }),
  };
}

interface Pages {
  readonly list: string;
  /** Numbers of the first and the last page that are read. */
  readonly from: number;
  readonly to: number;
}

const none: readonly undefined[] = [];

const pageKey = (key: readonly unknown[], no: number): readonly unknown[] => [...key, { page: no }];

/** Behind the page before it, if that one is known and still holds; else counted from the beginning. */
function startOf<P extends Page>(queryClient: QueryClient, key: readonly unknown[], no: number): PageStart {
  const before = queryClient.getQueryState<P>(pageKey(key, no - 1));
  const holds = before?.data !== undefined && !before.isInvalidated && before.fetchStatus === 'idle';
  const after = holds ? (before.data?.nextCursor ?? null) : null;
  return { after, skip: after === null ? no * pageSize : 0, limit: pageSize };
}

/** Puts pages, the first of which has the number `from`, at their places in the whole list. */
function assembler<P extends Page>(from: number) {
  let last: { readonly pages: readonly (P | undefined)[]; readonly rows: Rows<P> } | undefined;
  /** The same rows as long as the pages are the same. */
  const rowsOf = (pages: readonly (P | undefined)[], total: number): Rows<P> => {
    const isSame = last?.rows.length === total && pages.every((page, index) => page === last?.pages[index]);
    if (last !== undefined && isSame && last.pages.length === pages.length) return last.rows;
    const rows = rowsAt(pages, from, total);
    last = { pages, rows };
    return rows;
  };
  let made: Assembled<P> | undefined;
  /** The same as before as long as it says the same, so that nothing is drawn for it. */
  return (results: readonly UseQueryResult<P>[]): Assembled<P> => {
    const next = assembled(results, rowsOf);
    made = made?.says(next) === true ? made : next;
    return made;
  };
}

type Rows<P extends Page> = readonly (P['rows'][number] | undefined)[];

/** What has come of a list. A class, so that the query library does not compare ten thousand rows with those before. */
class Assembled<P extends Page> {
  readonly shown: { readonly first: P; readonly rows: Rows<P> } | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;

  constructor(said: Pick<Assembled<P>, 'shown' | 'isPending' | 'error'>) {
    this.shown = said.shown;
    this.isPending = said.isPending;
    this.error = said.error;
  }

  says({ shown, isPending, error }: Assembled<P>): boolean {
    const isSame = this.shown?.first === shown?.first && this.shown?.rows === shown?.rows;
    return isSame && this.isPending === isPending && this.error === error;
  }
}

function assembled<P extends Page>(
  results: readonly UseQueryResult<P>[],
  rowsOf: (pages: readonly (P | undefined)[], total: number) => Rows<P>,
): Assembled<P> {
  const pages = results.map(({ data }) => data);
  const come = results.filter(({ data }) => data !== undefined);
  const newest = come.toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data;
  return new Assembled<P>({
    shown: newest && { first: newest, rows: rowsOf(pages, newest.grouped?.shown ?? newest.total) },
    isPending: results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  });
}

/** With holes where nothing has come: what goes through such a list skips them. */
function rowsAt<P extends Page>(pages: readonly (P | undefined)[], from: number, total: number): Rows<P> {
  const rows = new Array<P['rows'][number] | undefined>(total);
  pages.forEach((page, index) => {
    page?.rows.forEach((row, place) => {
      const at = (from + index) * pageSize + place;
      if (at < total) rows[at] = row;
    });
  });
  return rows;
}

/** What the rows that are shown were found by: while they are still those of another list, what that one was. */
export function useFoundBy<T extends string>(by: T, { isOwn }: { readonly isOwn: boolean }): T {
  const [foundBy, setFoundBy] = useState(by);
  if (isOwn && by !== foundBy) setFoundBy(by);
  return isOwn ? by : foundBy;
}

/** The value, or the one before it while there is none. */
function useLatest<T>(value: T | undefined): T | undefined {
  const [latest, setLatest] = useState(value);
  if (value !== undefined && value !== latest) setLatest(value);
  return value ?? latest;
}

/** Calls at once, and after a row of calls once they have come to rest. */
function useSettled(call: (first: number, last: number) => void): (first: number, last: number) => void {
  const latest = useRef(call);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((first, last) => {
    if (timer.current === undefined) latest.current(first, last);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current(first, last);
    }, restMs);
  }, []);
}

/** What a list shows, and how a saved view keeps it. Pure. */
import type { z } from 'zod';
import type { ColumnLayout } from '#shared/contract/column-layout.ts';
import type { ViewScreen } from '#shared/contract/views.ts';

export interface ListOrder<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

export interface ListView<Filter extends object, Key extends string> {
  readonly filter: Filter;
  readonly sort: ListOrder<Key>;
  /** Undefined: the list's own arrangement. */
  readonly columns?: ColumnLayout | undefined;
  /** By what the rows are put together. */
  readonly group?: string | undefined;
}

interface KeptBeside<Key extends string> {
  readonly sort?: ListOrder<Key> | undefined;
  readonly columns?: ColumnLayout | undefined;
  readonly group?: string | undefined;
}

/** The views of one list. */
export interface ViewKind<Filter extends object, Key extends string> {
  readonly screen: ViewScreen;
  /** The fields of the filter with the rest beside them. */
  readonly schema: z.ZodType<Filter & KeptBeside<Key>>;
  /** What the list shows when nothing was chosen. */
  readonly whole: ListView<Filter, Key>;
  /** The filter with its fields in one order, without those that say nothing. */
  readonly plain: (filter: Filter) => Filter;
}

/** A view as it is saved. */
export function viewToText<Filter extends object, Key extends string>(
  { plain }: Pick<ViewKind<Filter, Key>, 'plain'>,
  { filter, sort, columns, group }: ListView<Filter, Key>,
): string {
  return JSON.stringify({
    ...plain(filter),
    sort: { key: sort.key, descending: sort.descending },
    columns,
    group,
  });
}

/** A view that a later program wrote and this one can't read shows the whole list. */
export function viewFromText<Filter extends object, Key extends string>(
  { schema, whole, plain }: ViewKind<Filter, Key>,
  text: string,
): ListView<Filter, Key> {
  const read = schema.safeParse(parsed(text));
  if (!read.success) return whole;
  const { sort = whole.sort, columns, group, ...filter } = read.data;
  return {
    // What is left of a read view is the filter that its schema is made of, which the compiler can't tell of a rest.
    filter: plain(filter as unknown as Filter),
    sort,
    ...(columns !== undefined && { columns }),
    ...(group !== undefined && { group }),
  };
}

export const isSameView = <Filter extends object, Key extends string>(
  kind: ViewKind<Filter, Key>,
  a: ListView<Filter, Key>,
  b: ListView<Filter, Key>,
): boolean => viewToText(kind, a) === viewToText(kind, b);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

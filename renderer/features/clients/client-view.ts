/** What the clients table shows: a filter and an order, and how a saved view keeps them. */
import { z } from 'zod';
import { clientFilter, clientSortKeys } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';

export type ClientSortKey = (typeof clientSortKeys)[number];

export interface ClientView {
  readonly filter: ClientFilter;
  readonly sort: { readonly key: ClientSortKey; readonly descending: boolean };
}

/** Everybody, the certification that ends first on top. */
export const wholeList: ClientView = { filter: {}, sort: { key: 'certifiedUntil', descending: false } };

/** The same as an object, for what is kept on this computer. */
export const clientView: z.ZodType<ClientView> = z.object({
  filter: clientFilter,
  sort: z.object({ key: z.enum(clientSortKeys), descending: z.boolean() }),
});

const savedView = clientFilter.extend({
  sort: z.object({ key: z.enum(clientSortKeys), descending: z.boolean() }).optional(),
});

/**
 * A view as it is saved: the filter's own fields with the order beside them, so that whoever counts a view's rows
 * reads the same text as a filter.
 */
export function viewToText({ filter, sort }: ClientView): string {
  return JSON.stringify({ ...plainFilter(filter), sort: { key: sort.key, descending: sort.descending } });
}

/** A view that a later program wrote and this one can't read shows the whole list. */
export function viewFromText(text: string): ClientView {
  const read = savedView.safeParse(parsed(text));
  if (!read.success) return wholeList;
  const { sort = wholeList.sort, ...filter } = read.data;
  return { filter: plainFilter(filter), sort };
}

export const isSameView = (a: ClientView, b: ClientView): boolean => viewToText(a) === viewToText(b);

/** Fields in one order, without those that say nothing. */
export function plainFilter(filter: ClientFilter): ClientFilter {
  const {
    text = '',
    entityTypes = [],
    consultantIds = [],
    serviceStatuses = [],
    tag = '',
    certifiedWithinDays,
  } = filter;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(entityTypes.length > 0 && { entityTypes }),
    ...(consultantIds.length > 0 && { consultantIds }),
    ...(serviceStatuses.length > 0 && { serviceStatuses }),
    ...(tag.trim() !== '' && { tag: tag.trim() }),
    ...(certifiedWithinDays !== undefined && { certifiedWithinDays }),
    ...(filter.papersMissing !== undefined && { papersMissing: filter.papersMissing }),
    ...(filter.returned !== undefined && { returned: filter.returned }),
    ...(filter.owing !== undefined && { owing: filter.owing }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The views of the clients table. */
import { viewSchemas } from '#shared/contract/views.ts';
import type { ClientFilter, ClientSortKey } from '#shared/contract/clients.ts';
import type { ListView, ViewKind } from '#renderer/components/list-view.ts';

export type ClientView = ListView<ClientFilter, ClientSortKey>;

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

/** Everybody, the certification that ends first on top. */
export const clientViews: ViewKind<ClientFilter, ClientSortKey> = {
  screen: 'clients',
  schema: viewSchemas.clients,
  whole: { filter: {}, sort: { key: 'certifiedUntil', descending: false } },
  plain: plainFilter,
};

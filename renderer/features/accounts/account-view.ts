/** The views of the accounts table. */
import { viewSchemas } from '#shared/contract/views.ts';
import type { AccountFilter, AccountSortKey } from '#shared/contract/account-pages.ts';
import type { ViewKind } from '#renderer/components/list-view.ts';
import { plainFilter } from './conditions.ts';

/** Every account, the certification that ends first on top. */
export const accountViews: ViewKind<AccountFilter, AccountSortKey> = {
  screen: 'accounts',
  schema: viewSchemas.accounts,
  whole: { filter: {}, sort: { key: 'certifiedUntil', descending: false } },
  plain: plainFilter,
};

/** What the table of accounts is sorted by, with columns of `account_summaries s`. */
import type { AccountSortKey } from '#shared/contract/account-pages.ts';
import { stages } from '#shared/domain/application.ts';
import type { Blank } from '#backend/blanks-last.ts';
import { noDate, noText } from '#backend/summaries/name-order.ts';

export const sortColumns = {
  name: 's.name',
  client: 's.client_name',
  platform: 's.place_sort',
  certifiedUntil: 's.certified_sort',
  reviewOpens: 's.opens_sort',
  application: 's.open_sort',
  // Put in order when it is asked for: no index has these.
  appId: 's.app_sort',
  originalId: 's.original_sort',
  filingNumber: 's.filing_sort',
  filedOn: 's.filed_sort',
  certifiedSince: 's.since_sort',
  remark: 's.remark_sort',
  consultant: 's.consultant_sort',
} as const satisfies Record<AccountSortKey, string>;

/** Sorts behind every stage. */
export const noneUnderWay = stages.length;

/** What stands there for nothing, where a row may have none. */
export const blanks: Readonly<Partial<Record<AccountSortKey, Blank>>> = {
  certifiedUntil: noDate,
  reviewOpens: noDate,
  application: noneUnderWay,
  appId: noText,
  originalId: noText,
  filingNumber: noText,
  filedOn: noDate,
  certifiedSince: noDate,
  remark: noText,
  consultant: noText,
};

export interface TableOrder {
  readonly key: AccountSortKey;
  readonly descending: boolean;
}

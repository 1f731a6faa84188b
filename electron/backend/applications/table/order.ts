/** What the list of applications is sorted by, with columns of `application_summaries s`. */
import type { ApplicationSortKey } from '#shared/contract/application-pages.ts';
import type { Blank } from '#backend/blanks-last.ts';
import { noDate, noText } from '#backend/summaries/name-order.ts';

export const sortColumns = {
  number: 's.number_sort',
  opened: 's.opened_at_ms',
  client: 's.client_name',
  account: 's.account_name',
  kind: 's.kind_sort',
  stage: 's.stage_sort',
  since: 's.since_at_ms',
  clock: 's.due_sort',
  items: 's.missing_sort',
  consultant: 's.consultant_sort',
} as const satisfies Record<ApplicationSortKey, string>;

/** What stands there for nothing, where a row may have none. */
export const blanks: Readonly<Partial<Record<ApplicationSortKey, Blank>>> = {
  clock: noDate,
  consultant: noText,
};

export interface TableOrder {
  readonly key: ApplicationSortKey;
  readonly descending: boolean;
}

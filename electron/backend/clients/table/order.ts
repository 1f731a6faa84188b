/** What the clients table is sorted by. */
import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientSortKey } from '#shared/contract/clients.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { Blank } from '#backend/blanks-last.ts';
import { noDate, noText } from '#backend/summaries/name-order.ts';

/** By their places in the list of all. */
const placeIn = (column: string, all: readonly string[]): string =>
  `CASE ${column} ${all.map((one, place) => `WHEN '${one}' THEN ${place}`).join(' ')} ELSE ${all.length} END`;
/** What there is none of sorts behind everything. */
const text = (column: string): string => `coalesce(nullif(${column}, ''), '${noText}')`;
const date = (column: string): string => `coalesce(${column}, '${noDate}')`;
const noMoney = Number.MAX_SAFE_INTEGER;
const money = (column: string): string => `coalesce(${column}, ${noMoney})`;

/** With columns of `client_summaries s` and `clients c`; those of one column of `s` alone walk along its index. */
export const sortColumns: Readonly<Record<ClientSortKey, string>> = {
  name: 's.name',
  certifiedUntil: 's.certified_sort',
  nextDue: 's.next_due_on',
  missing: 's.missing_count',
  owed: 's.owed_fen',
  entityType: placeIn('c.entity_type', entityTypes),
  creditCode: text('c.credit_code'),
  accounts: 's.account_count',
  consultant: 's.consultant_sort',
  serviceStatus: placeIn('c.service_status', serviceStatuses),
  serviceSince: date('c.service_since_on'),
  legalRepresentative: 's.legal_sort',
  address: 's.address_sort',
  established: date('c.established_on'),
  // One that never ends, behind every day.
  licenceUntil: `iif(c.licence_forever = 1, '9999-12-30', ${date('c.licence_until_on')})`,
  remark: 's.remark_sort',
  serviceFee: money('c.service_fee_fen'),
};

/** What stands there for nothing, where a row may have none. */
export const blanks: Readonly<Partial<Record<ClientSortKey, Blank>>> = {
  certifiedUntil: noDate,
  nextDue: noDate,
  creditCode: noText,
  consultant: noText,
  serviceSince: noDate,
  legalRepresentative: noText,
  address: noText,
  established: noDate,
  licenceUntil: noDate,
  remark: noText,
  serviceFee: noMoney,
};

export interface TableOrder {
  readonly key: ClientSortKey;
  readonly descending: boolean;
}

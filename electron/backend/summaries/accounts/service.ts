import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { reviewOpensOn } from '#shared/domain/day-term.ts';
import { placeOrder } from '#shared/domain/platform.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { ValidityRule } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { nameOrder, textOrders } from '../name-order.ts';
import { accountsOfClients, insertAccountSummaries } from './queries.ts';
import type { AccountToSummarise } from './queries.ts';

/** Writes the summary rows of the accounts of some clients, each named with what its name is sorted by. */
export function summariseAccounts(backend: Backend, clientOrders: ReadonlyMap<string, string>): void {
  const validityOf = validities(backend);
  const orderOf = textOrders();
  const inputs = accountsOfClients(backend.db, [...clientOrders.keys()]).map((account) => {
    const validity = validityOf(account);
    const until = account.certified_until_on as CalendarDate | null;
    return {
      accountId: account.id,
      consultantId: account.consultant_id,
      nameOrder: nameOrder(account.name),
      clientOrder: clientOrders.get(account.client_id) ?? '',
      placeOrder: placeOrder(account),
      consultantOrder: orderOf(account.consultant_name),
      filingOrder: orderOf(account.filing_number),
      remarkOrder: orderOf(account.remark),
      opensOn: until === null || !validity ? null : reviewOpensOn(until, validity),
    };
  });
  insertAccountSummaries(backend.db, inputs);
}

type Place = Pick<AccountToSummarise, 'platform' | 'kind'>;

/** The term of each kind of account, by the same rules as the duties; looked up once each. */
function validities({ rules }: Backend): (place: Place) => ValidityRule | null {
  const packs = rules.all.map(({ pack }) => pack);
  const known = new Map<string, ValidityRule | null>();
  return ({ platform, kind }) => {
    const key = `${platform} ${kind}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = packFor(packs, { platform, accountKind: kind }, 'annual_review')?.validity ?? null;
    known.set(key, found);
    return found;
  };
}

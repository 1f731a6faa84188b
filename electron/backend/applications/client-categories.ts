import { isClosed } from '#shared/domain/application.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { recogniseCategories } from '#shared/domain/category-recognition.ts';
import { listAccountsOfClient } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import { applicationCategoriesOf } from './queries.ts';
import type { ClientRecord } from './queries.ts';

/** What a client's accounts say of their categories, on a platform that has a list of them. */
export interface AccountCategories {
  readonly accountId: string;
  readonly accountName: string;
  readonly pack: CategoryPack;
  /** The categories that the account's text names; a list that is not for this kind of body names none. */
  readonly matches: readonly Category[];
}

/** The categories of each account of a client, in the order of the accounts. */
export function categoriesOfAccounts(backend: Backend, client: ClientRecord): AccountCategories[] {
  return listAccountsOfClient(backend, client.id).flatMap(({ id, name, platform, kind, category }) => {
    const pack = backend.categories.find(platform, kind)?.pack;
    if (pack === undefined || category === null) return [];
    const isListed = !pack.notFor.includes(client.entity_type);
    const matches = isListed ? recogniseCategories(category, pack).matches : [];
    return [{ accountId: id, accountName: name, pack, matches }];
  });
}

/** The categories that open applications of a client are about, by id or as somebody wrote them. */
export function categoriesOfApplications(
  backend: Backend,
  client: ClientRecord,
): { readonly pack: CategoryPack; readonly matches: readonly Category[] }[] {
  const accounts = listAccountsOfClient(backend, client.id);
  return applicationCategoriesOf(backend.db, client.id).flatMap(({ account_id, category, stage }) => {
    const account = accounts.find(({ id }) => id === account_id);
    const pack = account && backend.categories.find(account.platform, account.kind)?.pack;
    if (pack === undefined || isClosed(stage) || pack.notFor.includes(client.entity_type)) return [];
    const byId = pack.categories.filter(({ id }) => id === category);
    return [{ pack, matches: byId.length > 0 ? byId : recogniseCategories(category, pack).matches }];
  });
}

/** The orders that are under way for an account; it may have several, but each of them only once. */
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { isCertifying, isClosed } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';

type Orders = Pick<ClientDetails, 'applications'>;

/** The certification under way for an account. */
export const certificationUnderWay = (
  accountId: string,
  { applications }: Orders,
): ApplicationRow | undefined =>
  applications.find((order) => isOpenFor(accountId, order) && isCertifying(order.kind));

/** Whether the certification under way has left the firm's hands. */
export function isHandedIn(accountId: string, details: Orders): boolean {
  const order = certificationUnderWay(accountId, details);
  return order !== undefined && order.stage !== 'collecting';
}

/** Of the orders under way for an account the one to name: its certification before all others. */
export const foremostOrder = (accountId: string, details: Orders): ApplicationRow | undefined =>
  certificationUnderWay(accountId, details) ??
  details.applications.find((order) => isOpenFor(accountId, order));

/** Whether just that order is under way for an account; of a category permit, for that category. */
export const isUnderWay = (
  order: { readonly accountId: string; readonly kind: ApplicationKind; readonly category?: string },
  { applications }: Orders,
): boolean =>
  applications.some(
    (each) =>
      isOpenFor(order.accountId, each) &&
      each.kind === order.kind &&
      (each.category?.id ?? undefined) === order.category,
  );

const isOpenFor = (accountId: string, order: ApplicationRow): boolean =>
  order.accountId === accountId && !isClosed(order.stage);

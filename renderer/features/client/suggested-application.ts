/** Which application the firm most likely wants to begin: so that one key accepts it. */
import type { ClientDetails } from '#shared/contract/clients.ts';
import { certificationAfter } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { certificationUnderWay } from './account-orders.ts';

type Account = ClientDetails['accounts'][number];
type Input = Pick<ClientDetails, 'accounts' | 'applications' | 'obligations'>;

export interface SuggestedApplication {
  readonly accountId: string;
  readonly kind: ApplicationKind;
  /** Why: its review window is open, it was never certified, or its certification has ended. */
  readonly reason: 'window' | 'not_certified' | 'expired' | 'other';
}

/**
 * Among accounts whose certification is not under way: the one that ends first and may be renewed or has ended, then
 * one that was never certified, then any. Null when each has its certification under way, or there is no account.
 */
export function suggestedApplication(details: Input, today: CalendarDate): SuggestedApplication | null {
  const free = details.accounts.filter(({ id }) => certificationUnderWay(id, details) === undefined);
  const ranked = free
    .map((account) => suggestionFor(account, details, today))
    .sort((a, b) => ranks.indexOf(a.reason) - ranks.indexOf(b.reason) || compareEnds(a, b, free));
  return ranked[0] ?? null;
}

/** The kind that this account asks for today. */
export function suggestionFor(account: Account, details: Input, today: CalendarDate): SuggestedApplication {
  const { id: accountId, certifiedUntilOn: until } = account;
  const kind = certificationAfter(until);
  if (until === null) return { accountId, kind, reason: 'not_certified' };
  if (compareDates(until, today) < 0) return { accountId, kind, reason: 'expired' };
  const window = reviewWindow(account.id, details);
  const isOpen = window !== undefined && compareDates(window[0], today) <= 0;
  return { accountId, kind, reason: isOpen ? 'window' : 'other' };
}

/** First and last day on which the platform takes the annual review, as the obligations know them. */
export function reviewWindow(
  accountId: string,
  { obligations }: Pick<ClientDetails, 'obligations'>,
): readonly [CalendarDate, CalendarDate] | undefined {
  const duty = obligations.find(
    (row) =>
      row.accountId === accountId && row.opensOn !== null && row.legalOn !== null && isReview(row.kind),
  );
  return duty?.opensOn && duty.legalOn ? [duty.opensOn, duty.legalOn] : undefined;
}

const isReview = (kind: string): boolean => kind === 'review_window' || kind === 'collecting';

const ranks = ['expired', 'window', 'not_certified', 'other'] as const;

function compareEnds(a: SuggestedApplication, b: SuggestedApplication, accounts: readonly Account[]): number {
  const endOf = ({ accountId }: SuggestedApplication): string =>
    accounts.find(({ id }) => id === accountId)?.certifiedUntilOn ?? '9999';
  return endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0;
}

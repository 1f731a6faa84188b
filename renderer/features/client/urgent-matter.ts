/** The one matter that the head of the page names. */
import type { ClientDetails } from '#shared/contract/clients.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { groupOf, urgencyOrder } from '#shared/domain/agenda.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { validityOf } from '#shared/domain/validity.ts';

export type UrgentMatter =
  /** `clock` is the refill clock that ends first. */
  | { readonly kind: 'sent_back'; readonly count: number; readonly clock: ObligationRow | null }
  /** Whole days, positive. */
  | {
      readonly kind: 'certification_expired' | 'certification_expiring' | 'certification_renewable';
      readonly days: number;
    }
  | { readonly kind: 'overdue'; readonly duty: ObligationRow }
  | { readonly kind: 'papers_expired'; readonly count: number }
  | { readonly kind: 'in_review'; readonly count: number };

type Input = Pick<ClientDetails, 'applications' | 'accounts' | 'obligations' | 'documents'>;

export function urgentMatter(details: Input, today: CalendarDate, nowMs: number): UrgentMatter | null {
  return (
    sentBack(details, today, nowMs) ??
    overdue(details, today, nowMs) ??
    certification(details, today) ??
    quiet(details)
  );
}

function sentBack({ applications }: Input, today: CalendarDate, nowMs: number): UrgentMatter | null {
  const returned = applications.filter(({ stage }) => stage === 'returned');
  if (returned.length === 0) return null;
  const clocks = returned.flatMap(({ clock }) => clock ?? []).sort(urgencyOrder(today, nowMs));
  return { kind: 'sent_back', count: returned.length, clock: clocks[0] ?? null };
}

/** The end of a certification has words of its own. */
function overdue({ accounts, obligations }: Input, today: CalendarDate, nowMs: number): UrgentMatter | null {
  const days = earliest(accounts, today);
  if (days !== undefined && days < 0) return { kind: 'certification_expired', days: -days };
  const late = obligations
    .filter(
      ({ kind }) => kind !== 'paper_expiry' && kind !== 'licence_term' && kind !== 'certification_expiry',
    )
    .filter((duty) => groupOf(duty, today, nowMs) === 'overdue')
    .sort(urgencyOrder(today, nowMs));
  return late[0] === undefined ? null : { kind: 'overdue', duty: late[0] };
}

function certification({ accounts, documents }: Input, today: CalendarDate): UrgentMatter | null {
  const days = earliest(accounts, today);
  const state = accounts.map(({ certifiedUntilOn }) => validityOf(certifiedUntilOn, today).state);
  if (days !== undefined && state.includes('expiring')) return { kind: 'certification_expiring', days };
  const count = documents.filter(
    ({ validUntil }) => validityOf(validUntil, today).state === 'expired',
  ).length;
  if (count > 0) return { kind: 'papers_expired', count };
  return days !== undefined && state.includes('renewable') ? { kind: 'certification_renewable', days } : null;
}

function quiet({ applications }: Input): UrgentMatter | null {
  const count = applications.filter(({ stage }) => stage === 'in_review').length;
  return count > 0 ? { kind: 'in_review', count } : null;
}

/** Days until the first certification ends. */
function earliest(accounts: Input['accounts'], today: CalendarDate): number | undefined {
  const days = accounts.flatMap(({ certifiedUntilOn }) => {
    const validity = validityOf(certifiedUntilOn, today);
    return 'days' in validity ? [validity.days] : [];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}

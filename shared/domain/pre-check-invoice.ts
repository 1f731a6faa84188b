import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RulePack } from './rule-pack.ts';

/**
 * Whether an invoice is wanted is chosen with the submission and can’t be made good after it: while the order has not
 * been handed in, an open question is more than a paper to look at. Nothing where the pack does not ask it.
 */
export function invoiceObservations(
  { certification, items }: PreCheckFacts,
  { checks }: Pick<RulePack, 'checks'>,
): Observation[] {
  if (certification === undefined || !checks.some(({ id }) => id === 'invoice_undecided')) return [];
  return items.filter(isUndecided).map(({ requirementId, title, tag, source, asOf }) => ({
    check: 'invoice_undecided',
    place: { at: 'item', requirementId },
    rule: { tag, source, asOf },
    title,
  }));
}

const isUndecided = ({ accepts, state, reason }: PreCheckFacts['items'][number]): boolean =>
  accepts.includes('invoice_information') &&
  state === 'to_confirm' &&
  reason?.code === 'applicability_unknown';

/** The observations about papers without those that the question about the invoice says better. */
export function besideInvoice(
  papers: readonly Observation[],
  invoice: readonly Observation[],
): Observation[] {
  const places = new Set(invoice.map(({ place }) => JSON.stringify(place)));
  return papers.filter(
    ({ check, place }) => check !== 'paper_unconfirmed' || !places.has(JSON.stringify(place)),
  );
}

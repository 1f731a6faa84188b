import { unknownAt } from './comparison-cell.ts';
import { feeCell } from './comparison-fees.ts';
import { basisAt } from './rule-basis.ts';
import { clockRule, lengthBasis } from './rule-pack-lookup.ts';
import type { RulePack } from './rule-pack.ts';
import { ruled } from './strategy-reason.ts';
import type { Reason } from './strategy-reason.ts';
import type { StrategyFacts } from './strategy-facts.ts';

/** What an order by this pack costs the client. */
export function feeReason(pack: RulePack, { entityType, today }: StrategyFacts): Reason {
  const cell = feeCell(pack, entityType, today);
  return cell.state === 'known'
    ? ruled({ code: 'fee', amountFen: cell.value }, cell.basis)
    : ruled({ code: 'fee_unknown', text: cell.text }, cell.basis);
}

/** How long its review takes. */
export function reviewReason(pack: RulePack): Reason {
  const clock = clockRule(pack, 'review');
  if (clock) {
    const { unit, total } = clock;
    return ruled({ code: 'review_time', unit, total }, basisAt(pack, 'clocks.review', lengthBasis(clock)));
  }
  const { text, basis } = unknownAt(pack, 'clock.review');
  return ruled({ code: 'review_time_unknown', text }, basis);
}

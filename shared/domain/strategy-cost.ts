import { feeCell } from './comparison-fees.ts';
import type { RuleBasis } from './rule-basis.ts';
import { covers, packOf } from './strategy-facts.ts';
import type { StrategyContext } from './strategy-facts.ts';

/** What the platforms cost this client. Money in fen. */
export type RunningCost = {
  /** Fees of a year for the accounts whose fee and term are known. */
  readonly yearlyFen: number;
  readonly knownCount: number;
  /** Accounts of which the fee or the term is not known: they are not in the sum. */
  readonly unknownCount: number;
  /** Platform fees really charged within the last 365 days. */
  readonly chargedFen: number;
  /** The leaves that the sum rests on, each once. */
  readonly bases: readonly RuleBasis[];
};

/** Merchant numbers have no yearly fee that any source names, and are left out. */
export function runningCostOf(context: StrategyContext): RunningCost {
  const programs = context.accounts.filter(({ kind }) => kind !== 'merchant');
  const fees = programs.flatMap(({ platform, kind }) => {
    const pack = packOf(context, platform, kind, 'annual_review');
    const years = pack?.validity?.term.years;
    if (!covers(pack, context) || years === undefined) return [];
    const fee = feeCell(pack, context.entityType, context.today);
    return fee.state === 'known' ? [{ yearlyFen: Math.round(fee.value / years), basis: fee.basis }] : [];
  });
  const places = new Map(fees.map(({ basis }) => [`${basis.packId} ${basis.place}`, basis]));
  return {
    yearlyFen: fees.reduce((sum, { yearlyFen }) => sum + yearlyFen, 0),
    knownCount: fees.length,
    unknownCount: programs.length - fees.length,
    chargedFen: context.platformFeesFen,
    bases: [...places.values()],
  };
}

import type { CaseOutlook } from './case-outlook.ts';
import type { ImpactChange } from './impact-change.ts';
import { changeOf } from './impact-on-way.ts';
import type { FeeVariant } from './rule-pack-lookup.ts';
import type { AftercareRule, RulePack, ValidityLoss } from './rule-pack.ts';
import { isSameSaying, isSameValue, sayingOf } from './same-value.ts';

/** What an order costs, how often it may be answered, called about and taken back. */
export function chanceChanges(before: CaseOutlook, after: CaseOutlook): ImpactChange[] {
  const [old, fresh] = [before.pack, after.pack];
  return [
    ...feeChanges(before, after),
    ...variantChanges(before.feeVariants, after.feeVariants),
    ...changeOf(old.refills?.max, fresh.refills?.max, (was, is) => ({
      kind: 'refills',
      before: was,
      after: is,
    })),
    ...changeOf(
      old.reviewerCall?.missedCallsToFail,
      fresh.reviewerCall?.missedCallsToFail,
      (was, is): ImpactChange => ({ kind: 'calls', before: was, after: is }),
    ),
    ...changeOf(old.withdrawal?.inReview, fresh.withdrawal?.inReview, (was, is) => ({
      kind: 'withdrawal',
      before: was,
      after: is,
    })),
  ];
}

/** What is still to be paid, else what the rail tells of the payment. */
function feeChanges(before: CaseOutlook, after: CaseOutlook): ImpactChange[] {
  const [was, is] = [before.feeToComeFen, after.feeToComeFen];
  if (was !== is) return [{ kind: 'fee', beforeFen: was, afterFen: is }];
  return changeOf(feeOnRail(before), feeOnRail(after), (beforeFen, afterFen) => ({
    kind: 'fee',
    beforeFen,
    afterFen,
  }));
}

function feeOnRail({ rail }: CaseOutlook): number | undefined {
  const step = rail.find(({ id }) => id === 'payment');
  return step?.id === 'payment' ? step.feeFen : undefined;
}

function variantChanges(before: readonly FeeVariant[], after: readonly FeeVariant[]): ImpactChange[] {
  const of = (fees: readonly FeeVariant[], id: string) => fees.find(({ variant }) => variant.id === id);
  const ids = [...new Set([...before, ...after].map(({ variant }) => variant.id))];
  return ids.flatMap((id) => {
    const [was, is] = [of(before, id), of(after, id)];
    const title = (is ?? was)?.variant.text;
    if (title === undefined) return [];
    return changeOf(was?.amountFen, is?.amountFen, (from, to) => ({
      kind: 'fee_variant',
      id,
      title,
      before: from,
      after: to,
    }));
  });
}

/** What a pass brings: how long it holds, what is lost after its end, and what is to be done then. */
export const passChanges = (before: CaseOutlook, after: CaseOutlook): ImpactChange[] => [
  ...changeOf(before.pack.validity?.term.years, after.pack.validity?.term.years, (was, is) => ({
    kind: 'validity',
    before: was,
    after: is,
  })),
  ...lossChanges(before.pack, after.pack),
  ...aftercareChanges(before.aftercare, after.aftercare),
];

/** A loss that comes sooner or later is the same loss. */
function lossChanges(before: RulePack, after: RulePack): ImpactChange[] {
  const [old, fresh] = [before.validity?.losses ?? [], after.validity?.losses ?? []];
  const differing = (losses: readonly ValidityLoss[], others: readonly ValidityLoss[]) =>
    losses.filter((loss) => !others.some((other) => isSameSaying(other, loss)));
  const [gone, added] = [differing(old, fresh), differing(fresh, old)];
  const moved = added.flatMap((is) => {
    const was = gone.find(({ text }) => isSameValue(text, is.text));
    return was === undefined ? [] : [{ was, is }];
  });
  const said = (kind: 'loss_added' | 'loss_gone', { afterDays, text }: ValidityLoss): ImpactChange => ({
    kind,
    afterDays,
    text,
  });
  return [
    ...moved.map(({ was, is }) => ({
      kind: 'loss_moved' as const,
      text: is.text,
      before: was.afterDays,
      after: is.afterDays,
    })),
    ...added.filter((loss) => !moved.some(({ is }) => is === loss)).map((loss) => said('loss_added', loss)),
    ...gone.filter((loss) => !moved.some(({ was }) => was === loss)).map((loss) => said('loss_gone', loss)),
  ];
}

function aftercareChanges(before: readonly AftercareRule[], after: readonly AftercareRule[]): ImpactChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const fresh = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((rule): ImpactChange[] => {
      const was = old.get(rule.id);
      return was === undefined ? [step('aftercare_added', rule)] : stepChanges(was, rule);
    }),
    ...before.filter(({ id }) => !fresh.has(id)).map((rule) => step('aftercare_gone', rule)),
  ];
}

const titleOf = ({ duty, text }: AftercareRule) => duty?.title ?? text;

const step = (
  kind: 'aftercare_added' | 'aftercare_gone' | 'aftercare_changed',
  rule: AftercareRule,
): ImpactChange => ({ kind, id: rule.id, title: titleOf(rule) });

function stepChanges(was: AftercareRule, is: AftercareRule): ImpactChange[] {
  const time = changeOf(was.within, is.within, (before, after) => ({
    kind: 'aftercare_time',
    id: is.id,
    title: titleOf(is),
    before,
    after,
  }));
  const isOtherwise = !isSameValue(withoutTime(was), withoutTime(is));
  return isOtherwise ? [...time, step('aftercare_changed', is)] : time;
}

function withoutTime(rule: AftercareRule) {
  const { duty } = rule;
  const plan = duty?.plan && sayingOf(duty.plan);
  return { ...sayingOf(rule), within: null, duty: duty && { ...duty, plan } };
}

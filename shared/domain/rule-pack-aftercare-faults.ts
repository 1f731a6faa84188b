import type { RulePackFault } from './rule-pack-faults.ts';
import { documentRules } from './rule-pack-leaves.ts';
import type { AftercareRule, RulePack } from './rule-pack.ts';

/**
 * Duties after the pass that could never come up or never end: without a time, after a step that does not stand before
 * them or is no duty, beside an unknown one, or on an answer that the pack asks nobody for.
 */
export function aftercareFaults(pack: RulePack): RulePackFault[] {
  const asked = new Set(documentRules(pack).map(([, { condition }]) => condition?.fact));
  return pack.aftercare.flatMap((rule, index) => {
    const { id, within, duty } = rule;
    if (duty === undefined) return [];
    const at = `aftercare.${id}`;
    const { after, partOf, alternatives = [], plan, condition } = duty;
    const earlier = pack.aftercare.slice(0, index);
    const others = pack.aftercare.filter((other) => other !== rule);
    const isFollowable = [after, partOf].every((other) => other === undefined || hasDuty(earlier, other));
    const isReplaceable = alternatives.every((other) => hasDuty(others, other));
    return [
      ...(isFollowable && isReplaceable ? [] : [{ code: 'unknown_aftercare', at } as const]),
      ...(within || plan ? [] : [{ code: 'aftercare_without_time', at } as const]),
      ...(condition && !asked.has(condition.fact) ? [{ code: 'unasked_fact', at } as const] : []),
    ];
  });
}

const hasDuty = (rules: readonly AftercareRule[], id: string): boolean =>
  rules.some((rule) => rule.id === id && rule.duty !== undefined);

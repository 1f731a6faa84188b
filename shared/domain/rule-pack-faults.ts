import type { DocumentRule, RequirementFormula, RequirementSet, RulePack } from './rule-pack.ts';
import { mayBlock } from './rule-pack.ts';
import { aftercareFaults } from './rule-pack-aftercare-faults.ts';
import { contradictions } from './rule-pack-contradictions.ts';
import { certainRules, documentRules, leavesOf, rulesIn, rulesOfSet } from './rule-pack-leaves.ts';
import { isFeeOf } from './rule-pack-lookup.ts';
import { pathFaults, unknownFaults } from './rule-pack-path-faults.ts';
import { sourceFaults } from './source-faults.ts';
import type { Placed, SourceFaultCode } from './source-faults.ts';

/** A way in which the parts of a pack do not fit together; `at` names the place. */
export type RulePackFault = {
  readonly code:
    | SourceFaultCode
    | 'unknown_upload_profile'
    | 'duplicate_id'
    | 'requirements_missing'
    | 'option_without_required_paper'
    | 'fee_missing_or_ambiguous'
    | 'path_broken'
    | 'stage_missing'
    | 'not_known_and_not_said'
    | 'paper_asked_twice'
    | 'unknown_place'
    | 'contradiction'
    | 'unknown_return_reason'
    | 'check_may_not_block'
    | 'unknown_aftercare'
    | 'aftercare_without_time'
    | 'unasked_fact';
  readonly at: string;
};

/** Everything in a well-formed pack that points nowhere, is named twice or leaves a covered case open. */
export function rulePackFaults(pack: RulePack): RulePackFault[] {
  return [
    ...sourceFaults(pack, leavesOf(pack)),
    ...documentRules(pack).flatMap(([at, rule]) => profileFaults(pack, at, rule)),
    ...duplicateFaults(pack),
    ...coverageFaults(pack),
    ...pack.requirements.flatMap((set) => set.groups.flatMap(({ id, formula }) => optionFaults(id, formula))),
    ...pack.requirements.flatMap(askedTwice),
    ...pathFaults(pack),
    ...unknownFaults(pack),
    ...unknownReasons(pack),
    ...blockingFaults(pack),
    ...aftercareFaults(pack),
    ...contradictions(pack),
  ];
}

function choiceIdsIn(formula: RequirementFormula): string[] {
  switch (formula.op) {
    case 'document':
      return [];
    case 'all_of':
      return formula.parts.flatMap(choiceIdsIn);
    case 'any_of':
      return [formula.id, ...formula.options.flatMap(choiceIdsIn)];
  }
}

function profileFaults(pack: RulePack, at: string, rule: DocumentRule): RulePackFault[] {
  const isKnown = pack.uploadProfiles.some(({ id }) => id === rule.uploadProfileId);
  return isKnown ? [] : [{ code: 'unknown_upload_profile', at }];
}

/** A paper may be both asked for and a remedy, but is asked for only once in one case. */
function duplicateFaults(pack: RulePack): RulePackFault[] {
  const remedyIds = pack.returnReasons.flatMap(({ remedyDocuments }) => remedyDocuments.map(({ id }) => id));
  const lists: Placed<readonly string[]>[] = [
    ['sources', pack.sources.map(({ code }) => code)],
    ['uploadProfiles', pack.uploadProfiles.map(({ id }) => id)],
    ['stages', pack.stages.map(({ stage }) => stage)],
    ['clocks', pack.clocks.map(({ id }) => id)],
    ['returnReasons', pack.returnReasons.map(({ code }) => code)],
    ['reviewCriteria', pack.reviewCriteria.map(({ id }) => id)],
    ['nameRules.words', (pack.nameRules?.words ?? []).map(({ id }) => id)],
    ['checks', pack.checks.map(({ id }) => id)],
    ['reviewLines', pack.reviewLines.map(({ number }) => number)],
    ['validity.losses', (pack.validity?.losses ?? []).map(({ afterDays }) => String(afterDays))],
    ['path', pack.path],
    ['aftercare', pack.aftercare.map(({ id }) => id)],
    ['statements', pack.statements.map(({ id }) => id)],
    ['unknowns', pack.unknowns.map(({ id }) => id)],
    ['conflicts', pack.conflicts.map(({ id }) => id)],
    ...pack.requirements.map((set): Placed<readonly string[]> => {
      const ids = rulesOfSet(set).map(({ id }) => id);
      return [`requirements.${set.entityType}`, [...ids, ...remedyIds.filter((id) => ids.includes(id))]];
    }),
    ...pack.requirements.map((set): Placed<readonly string[]> => [
      `requirements.${set.entityType}.groups`,
      set.groups.flatMap(({ id, formula }) => [id, ...choiceIdsIn(formula)]),
    ]),
  ];
  return lists
    .filter(([, ids]) => new Set(ids).size < ids.length)
    .map(([at]) => ({ code: 'duplicate_id', at }));
}

function coverageFaults(pack: RulePack): RulePackFault[] {
  return pack.coveredEntityTypes.flatMap((entityType) => {
    const faults: RulePackFault[] = [];
    for (const kind of pack.applicationKinds) {
      const sets = pack.requirements.filter(
        (set) => set.entityType === entityType && set.applicationKinds.includes(kind),
      );
      if (sets.length !== 1) faults.push({ code: 'requirements_missing', at: `${entityType}.${kind}` });
    }
    const fees = pack.fees.filter((fee) => fee.variant === undefined && isFeeOf(fee, entityType, pack.asOf));
    const isCharged = pack.path.includes('awaiting_payment');
    if (fees.length > 1 || (isCharged && fees.length === 0)) {
      faults.push({ code: 'fee_missing_or_ambiguous', at: entityType });
    }
    return faults;
  });
}

/** One and the same paper of one and the same person that a case is asked for under two names, whatever it chooses. */
function askedTwice({ entityType, groups }: RequirementSet): RulePackFault[] {
  const certain = groups.flatMap(({ formula }) => certainRules(formula));
  return certain
    .filter((rule, index) => certain.slice(0, index).some((other) => paperOf(other) === paperOf(rule)))
    .map(({ id }) => ({ code: 'paper_asked_twice', at: `requirements.${entityType}.${id}` }));
}

const paperOf = ({ accepts, holder }: DocumentRule): string => JSON.stringify([accepts.toSorted(), holder]);

/** An option that asks for nothing for certain would always count as complete. */
function optionFaults(at: string, formula: RequirementFormula): RulePackFault[] {
  switch (formula.op) {
    case 'document':
      return [];
    case 'all_of':
      return formula.parts.flatMap((part) => optionFaults(at, part));
    case 'any_of':
      return formula.options.flatMap((option, index): RulePackFault[] => {
        const isCertain = rulesIn(option).some((rule) => rule.needed === 'required' && !rule.condition);
        const inner = optionFaults(at, option);
        if (isCertain) return inner;
        return [{ code: 'option_without_required_paper', at: `${at}.${formula.id}.${index}` }, ...inner];
      });
  }
}

/** What is inferred or from memory informs: it can't be laid down as what holds a submission back. */
const blockingFaults = ({ checks }: RulePack): RulePackFault[] =>
  checks
    .filter(({ level, tag }) => level === 'blocker' && !mayBlock(tag))
    .map(({ id }) => ({ code: 'check_may_not_block', at: `checks.${id}` }));

/** A check may forecast only a return that the pack knows, and a missed call be recorded only as one. */
function unknownReasons({ checks, reviewerCall, returnReasons }: RulePack): RulePackFault[] {
  const named: Placed<string | undefined>[] = [
    ...checks.map(({ id, reasonCode }): Placed<string | undefined> => [`checks.${id}`, reasonCode]),
    ['reviewerCall', reviewerCall?.reasonCode],
  ];
  return named
    .filter(([, reason]) => reason !== undefined && !returnReasons.some(({ code }) => code === reason))
    .map(([at]) => ({ code: 'unknown_return_reason', at }));
}

import type { Placed } from './source-faults.ts';
import type { DocumentRule, Provenance, RequirementFormula, RequirementSet, RulePack } from './rule-pack.ts';

/** Every leaf of a pack with its place: what carries trust, sources and a date. */
export function leavesOf(pack: RulePack): Placed<Provenance>[] {
  const { validity, reviewerCall, nameRules, refills, withdrawal } = pack;
  return [
    ...documentRules(pack),
    ...documentRules(pack).flatMap(([at, { marginBasis }]) => alone(`${at}.marginBasis`, marginBasis)),
    ...pack.uploadProfiles.flatMap(({ id, limits }) =>
      limits.map((limit): Placed<Provenance> => [`uploadProfiles.${id}.${limit.id}`, limit]),
    ),
    ...placed('stages', pack.stages, ({ stage }) => stage),
    ...placed('clocks', pack.clocks, ({ id }) => id),
    ...alone('refills', refills),
    ...alone('withdrawal', withdrawal),
    ...placed('reviewCriteria', pack.reviewCriteria, ({ id }) => id),
    ...alone('nameRules.length', nameRules?.length),
    ...alone('nameRules.advised', nameRules?.advised),
    ...placed('nameRules', nameRules?.words ?? [], ({ id }) => id),
    ...pack.fees.map((rule, index): Placed<Provenance> => [`fees.${index}`, rule]),
    ...alone('validity.term', validity?.term),
    ...alone('validity.window', validity?.window),
    ...alone('validity.plan', validity?.plan),
    ...placed('validity.losses', validity?.losses ?? [], ({ afterDays }) => String(afterDays)),
    ...placed('returnReasons', pack.returnReasons, ({ code }) => code),
    ...placed('checks', pack.checks, ({ id }) => id),
    ...alone('reviewerCall', reviewerCall),
    ...placed('reviewerCall', reviewerCall?.questions ?? [], ({ id }) => id),
    ...placed('reviewLines', pack.reviewLines, ({ number }) => number),
    ...placed('aftercare', pack.aftercare, ({ id }) => id),
    ...pack.aftercare.flatMap(({ id, duty }) => alone(`aftercare.${id}.plan`, duty?.plan)),
    ...placed('statements', pack.statements, ({ id }) => id),
    ...placed('unknowns', pack.unknowns, ({ id }) => id),
    ...placed('conflicts', pack.conflicts, ({ id }) => id),
  ];
}

const placed = <T extends Provenance>(
  at: string,
  rules: readonly T[],
  idOf: (rule: T) => string,
): Placed<Provenance>[] => rules.map((rule) => [`${at}.${idOf(rule)}`, rule]);

const alone = (at: string, rule: Provenance | null | undefined): Placed<Provenance>[] =>
  rule ? [[at, rule]] : [];

/** Every paper that the pack asks for, by entity type and as a remedy, with its place. */
export function documentRules(pack: RulePack): Placed<DocumentRule>[] {
  const asked = pack.requirements.flatMap((set) =>
    rulesOfSet(set).map((rule): Placed<DocumentRule> => [`requirements.${set.entityType}.${rule.id}`, rule]),
  );
  const remedies = pack.returnReasons.flatMap(({ code, remedyDocuments }) =>
    remedyDocuments.map((rule): Placed<DocumentRule> => [`returnReasons.${code}.${rule.id}`, rule]),
  );
  return [...asked, ...remedies];
}

export const rulesOfSet = (set: RequirementSet): DocumentRule[] =>
  set.groups.flatMap((group) => rulesIn(group.formula));

export function rulesIn(formula: RequirementFormula): DocumentRule[] {
  switch (formula.op) {
    case 'document':
      return [formula];
    case 'all_of':
      return formula.parts.flatMap(rulesIn);
    case 'any_of':
      return formula.options.flatMap(rulesIn);
  }
}

/** The papers of a formula that are asked for in every case. */
export function certainRules(formula: RequirementFormula): DocumentRule[] {
  switch (formula.op) {
    case 'document':
      return formula.needed === 'required' && !formula.condition ? [formula] : [];
    case 'all_of':
      return formula.parts.flatMap(certainRules);
    case 'any_of':
      return [];
  }
}

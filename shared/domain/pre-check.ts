import type { CheckId, CheckRule, FindingLevel } from './check-rule.ts';
import { checkIds, findingLevels } from './check-rule.ts';
import { accountNameObservations } from './account-name.ts';
import { consistencyMatrix } from './consistency-matrix.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import { fileObservations, paperObservations, returnObservations } from './pre-check-papers.ts';
import { identityObservations } from './pre-check-identity.ts';
import { matrixObservations } from './pre-check-matrix.ts';
import type { Observation, ObservationPlace } from './pre-check-observation.ts';
import type { DocumentRule, Provenance, RulePack, RuleText } from './rule-pack.ts';
import { mayBlock } from './rule-pack.ts';

/**
 * One result of the pre-check: what is wrong, on whose word, where to mend it and with what. `expected` and `found`
 * are the two values that differ; `title` names the paper, where one is meant.
 */
export type Finding = Provenance & {
  /** Check and place: the same finding keeps it from one look to the next. */
  readonly key: string;
  readonly check: CheckId;
  readonly level: FindingLevel;
  readonly place: ObservationPlace;
  readonly title?: RuleText;
  readonly expected?: string;
  readonly found?: string;
  readonly text: RuleText;
  readonly remedy: RuleText;
  /** The return reason that it forecasts. */
  readonly reasonCode?: string;
  readonly remedyTitles: readonly RuleText[];
};

/**
 * The rejection forecast: everything about an application for which the platform's reviewer would send it back or
 * ask. A pure function of facts and pack, so that the pack an application was judged by gives the same verdict
 * again, byte for byte. The order of the facts does not matter. Rules that are inferred or from memory never block.
 */
export function preCheck(facts: PreCheckFacts, pack: RulePack): Finding[] {
  const observations = [
    ...identityObservations(facts),
    ...accountNameObservations(facts.accountName, pack.nameRules),
    ...matrixObservations(consistencyMatrix(facts), facts),
    ...paperObservations(facts),
    ...fileObservations(facts, pack),
    ...returnObservations(facts, pack),
  ];
  return observations
    .flatMap((observation) => {
      const rule = pack.checks.find(({ id }) => id === observation.check);
      return rule === undefined ? [] : [findingOf(observation, rule, pack)];
    })
    .sort(byWeight);
}

/** Whether the pre-check holds a submission back. */
export const isHeldBack = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === 'blocker');

function findingOf(observation: Observation, rule: CheckRule, pack: RulePack): Finding {
  const { check, place, title, expected, found } = observation;
  const { tag, source, asOf } = observation.rule ?? rule;
  const reason = pack.returnReasons.find(({ code }) => code === rule.reasonCode);
  const remedies: readonly DocumentRule[] = reason?.remedyDocuments ?? [];
  return {
    key: `${check} ${keyOf(place)}`,
    check,
    level: rule.level === 'blocker' && !mayBlock(tag) ? 'warning' : rule.level,
    place,
    ...(title === undefined ? {} : { title }),
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    text: rule.text,
    remedy: rule.remedy,
    ...(rule.reasonCode === undefined ? {} : { reasonCode: rule.reasonCode }),
    remedyTitles: remedies.map((remedy) => remedy.title),
    tag,
    source,
    asOf,
  };
}

function keyOf(place: ObservationPlace): string {
  switch (place.at) {
    case 'client':
      return place.field;
    case 'account_name':
    case 'contacts':
    case 'bank_accounts':
    case 'attempts':
      return place.at;
    case 'contact':
    case 'bank_account':
      return place.id;
    case 'item':
      return [place.requirementId, place.documentId ?? ''].join(' ').trim();
    case 'paper':
      return place.documentId;
  }
}

function byWeight(a: Finding, b: Finding): number {
  const weight =
    findingLevels.indexOf(a.level) - findingLevels.indexOf(b.level) ||
    checkIds.indexOf(a.check) - checkIds.indexOf(b.check);
  return weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

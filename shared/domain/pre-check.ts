import { accountNameObservations } from './account-name.ts';
import type { CategoryPack } from './category-pack.ts';
import type { CheckId, CheckRule, FindingLevel } from './check-rule.ts';
import { checkIds, findingLevels } from './check-rule.ts';
import type { DocumentKind } from './document-kind.ts';
import { factRows, isCompared } from './consistency-matrix.ts';
import type { MatrixRow } from './matrix-row.ts';
import { optionalField } from './optional-field.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import { accountIdObservations } from './pre-check-account.ts';
import { bankObservations } from './pre-check-bank.ts';
import { categoryObservations } from './pre-check-category.ts';
import { fileObservations } from './pre-check-files.ts';
import { identityObservations } from './pre-check-identity.ts';
import { besideInvoice, invoiceObservations } from './pre-check-invoice.ts';
import { licenceObservations } from './pre-check-licence.ts';
import { checkOfFact, matrixObservations } from './pre-check-matrix.ts';
import type { Observation, ObservationPlace } from './pre-check-observation.ts';
import { paperObservations } from './pre-check-papers.ts';
import { permitObservations } from './pre-check-permits.ts';
import { pictureObservations } from './pre-check-pictures.ts';
import { callsMissedObservations, returnObservations } from './pre-check-returns.ts';
import { phoneObservations } from './pre-check-phones.ts';
import { doubleObservations, reviewObservations } from './pre-check-review.ts';
import { standingObservations } from './pre-check-standing.ts';
import type { DocumentRule, Provenance, RulePack, RuleText, TrustTag } from './rule-pack.ts';
import { mayBlock } from './rule-pack.ts';

/** Goes up whenever the same facts and rules may come to another verdict; it is kept with every verdict. */
export const preCheckEdition = 3;

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
  /** A value as it is written, or words in both languages. */
  readonly expected?: string | RuleText;
  readonly found?: string;
  /** Index of the first character in which a code or name differs. */
  readonly at?: number;
  readonly text: RuleText;
  readonly remedy: RuleText;
  /** The return reason that it forecasts. */
  readonly reasonCode?: string;
  readonly remedyTitles: readonly RuleText[];
};

/** The weightiest finding first, and the comparison that the findings about differing values are read off. */
export type PreCheckResult = {
  readonly findings: Finding[];
  readonly matrix: MatrixRow[];
  /** What one source alone states although the rules compare it: it passes because nobody has held it against another. */
  readonly uncompared: UncomparedFact[];
};

export type UncomparedFact = Pick<MatrixRow, 'fact' | 'subject'>;

/**
 * The rejection forecast: everything about an application for which the platform's reviewer would send it back or
 * ask. A pure function of facts and packs, so that the pack an application was judged by gives the same verdict
 * again, byte for byte. The order of the facts does not matter. Rules that are inferred or from memory never block.
 * Without `categories` nothing is said about the permits of the account’s categories.
 */
export function preCheck(facts: PreCheckFacts, pack: RulePack, categories?: CategoryPack): PreCheckResult {
  const rows = factRows(facts);
  const matrix = rows.filter(isCompared);
  const permits = permitObservations(facts, categories);
  const invoice = invoiceObservations(facts, pack);
  const observations = [
    ...identityObservations(facts),
    ...phoneObservations(facts),
    ...standingObservations(facts),
    ...bankObservations(facts),
    ...accountIdObservations(facts),
    ...reviewObservations(facts, pack),
    ...doubleObservations(facts),
    ...(pack.nameRules === null
      ? []
      : accountNameObservations(facts.accountName, facts.client.entityType, pack.nameRules)),
    ...matrixObservations(matrix, facts),
    ...besideInvoice(paperObservations(facts, permits.length > 0), invoice),
    ...invoice,
    ...licenceObservations(facts),
    ...fileObservations(facts, pack),
    ...pictureObservations(facts, pack),
    ...returnObservations(facts, pack),
    ...permits,
    ...categoryObservations(facts, pack, categories),
    ...callsMissedObservations(facts, pack),
  ];
  const findings = observations
    .flatMap((observation) => {
      const rule = pack.checks.find(({ id }) => id === observation.check);
      return rule === undefined ? [] : [findingOf(observation, rule, pack)];
    })
    .sort(byWeight);
  return { findings, matrix, uncompared: uncomparedFacts(rows, pack) };
}

const uncomparedFacts = (rows: readonly MatrixRow[], { checks }: RulePack): UncomparedFact[] =>
  rows
    .filter(({ fact, cells }) => cells.length === 1 && checks.some(({ id }) => id === checkOfFact[fact]))
    .map(({ fact, subject }) => ({ fact, ...optionalField('subject', subject) }));

function findingOf(observation: Observation, rule: CheckRule, pack: RulePack): Finding {
  const { check, place, title, expected, found, at } = observation;
  const { tag, source, asOf } = observation.rule ?? rule;
  const reason = pack.returnReasons.find(({ code }) => code === rule.reasonCode);
  const remedies = remediesOf(observation, reason?.remedyDocuments ?? []);
  return {
    key: `${check} ${keyOf(place)}`,
    check,
    level: levelOf(rule, tag),
    place,
    ...(title === undefined ? {} : { title }),
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    ...(at === undefined ? {} : { at }),
    text: observation.text ?? rule.text,
    remedy: observation.remedy ?? rule.remedy,
    ...(rule.reasonCode === undefined ? {} : { reasonCode: rule.reasonCode }),
    remedyTitles: remedies.map((remedy) => remedy.title),
    tag,
    source,
    asOf,
  };
}

/** Papers that prove a new name of the subject. */
const ofRenaming: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['registry_change_record']);

/**
 * The papers that help: none where what is on file deviates from the paper that decides and only has to be corrected,
 * and a letter about a new name only where names differ.
 */
function remediesOf(
  { check, place, expected }: Observation,
  remedies: readonly DocumentRule[],
): readonly DocumentRule[] {
  const isOnFile = place.at === 'contact' || place.at === 'bank_account' || place.at === 'client';
  if (isOnFile && expected !== undefined && check !== 'subject_name_differs') return [];
  return remedies.filter(
    ({ accepts }) => check === 'subject_name_differs' || !accepts.every((kind) => ofRenaming.has(kind)),
  );
}

/** Both words have to allow that it holds the submission back: the check's own, and that of what the check is about. */
const levelOf = ({ level, tag }: CheckRule, about: TrustTag): FindingLevel =>
  level === 'blocker' && !(mayBlock(tag) && mayBlock(about)) ? 'warning' : level;

function keyOf(place: ObservationPlace): string {
  switch (place.at) {
    case 'client':
    case 'account':
      return place.field;
    case 'account_name':
    case 'contacts':
    case 'bank_accounts':
    case 'attempts':
      return place.at;
    case 'contact':
    case 'bank_account':
    case 'category':
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

import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { CostOf } from './formula-completion.ts';
import type { Formula } from './formula.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { Provenance, RuleSource, RuleText, UnknownRule } from './rule-pack.ts';

export const permitSorts = ['own_text', 'certificate', 'agreement', 'filing', 'permit'] as const;
/** What it takes to get a paper: written by the client itself, held already, signed with a partner, filed, granted. */
export type PermitSort = (typeof permitSorts)[number];

/** A paper that a category may ask for, as it is printed on it. */
export type Permit = Provenance & {
  readonly id: string;
  readonly name: RuleText;
  readonly sort: PermitSort;
  /** The kinds of paper it is filed under; one of them it must have. */
  readonly filedAs: readonly DocumentKind[];
  /** The kind that says by itself that it is this paper, whatever its title. */
  readonly ownKind?: DocumentKind;
  /** A paper is this one when its title holds one of these words. */
  readonly words: readonly string[];
  /** It is another company's paper: its title says so too. */
  readonly isPartners?: boolean;
  /** How long such a paper usually runs. */
  readonly usualTerm?: Provenance & { readonly years: number };
};

/** A fact of the client or the case that decides between ways; some kinds of body answer it by themselves. */
export type CategoryQuestion = Provenance & {
  readonly id: string;
  readonly text: RuleText;
  readonly yesFor: readonly EntityType[];
  readonly noFor: readonly EntityType[];
};

/** One category of the platform's list with the papers it asks for. */
export type Category = Provenance & {
  readonly id: string;
  /** First and second level. */
  readonly path: readonly [RuleText, RuleText];
  /** Names of the third level, and other names that are in use. */
  readonly alsoCalled?: readonly string[];
  readonly formula: Formula;
  /** The first code submission also goes to the local internet authority. */
  readonly cac: boolean;
  readonly forIndividuals: boolean;
  readonly note?: RuleText;
};

/** A platform's categories and what each of them asks for: data, never code. */
export type CategoryPack = {
  readonly id: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly title: RuleText;
  readonly platform: Platform;
  readonly accountKinds: readonly AccountKind[];
  /** Kinds of body that the list is not for. */
  readonly notFor: readonly EntityType[];
  /** What no source tells; the id `list.<entity type>` says so of a kind of body that the list is not for. */
  readonly unknowns?: readonly UnknownRule[];
  readonly sources: readonly RuleSource[];
  readonly cacReview: Provenance & { readonly days: number; readonly note: RuleText };
  /** Our own weights, by which the least that is missing is chosen; the licence's scope stands beside the papers. */
  readonly costs: Provenance & { readonly of: Readonly<Record<PermitSort | 'scope', number>> };
  readonly questions: readonly CategoryQuestion[];
  readonly permits: readonly Permit[];
  readonly categories: readonly Category[];
};

/** Why nothing is known of the categories of a kind of body, where the list is not for it and says so. */
export const unlistedFor = (
  { notFor, unknowns = [] }: Pick<CategoryPack, 'notFor' | 'unknowns'>,
  entityType: EntityType,
): UnknownRule | undefined =>
  notFor.includes(entityType) ? unknowns.find(({ id }) => id === `list.${entityType}`) : undefined;

/** 一级-二级 in both languages. */
export const pathText = ({ path: [first, second] }: Pick<Category, 'path'>): RuleText => ({
  zh: `${first.zh}-${second.zh}`,
  en: `${first.en} – ${second.en}`,
});

/** What it costs to get a paper, or to have the licence's scope changed. */
export function costBy({ permits, costs }: CategoryPack): CostOf {
  const sorts = new Map(permits.map(({ id, sort }) => [id, sort]));
  return (leaf) => costs.of[leaf.op === 'scope' ? 'scope' : (sorts.get(leaf.id) ?? 'permit')];
}

import type { CalendarDate } from './calendar-date.ts';
import type { EntityType } from './entity-type.ts';
import { baseValueOf } from './rule-override.ts';
import type { OverrideChange } from './rule-override.ts';
import { certainRules } from './rule-pack-leaves.ts';
import type { DocumentRule, RulePack } from './rule-pack.ts';

/** No platform fee is near it: more is a slip of the keyboard. Fen; a million yuan. */
export const mostFeeFen = 100_000_000;
/** Ten years in days; no clock of a platform is longer. In the clock's own unit. */
export const mostUnits = 3650;

type NumberField = 'amountFen' | 'total';

/** Why a change can't be laid over a pack; `field` is the one to mend. */
export type OverrideFault =
  | { readonly code: 'same_as_pack'; readonly field: NumberField; readonly value: number }
  | {
      readonly code: 'out_of_range';
      readonly field: NumberField;
      readonly value: number;
      readonly min: number;
      readonly max: number;
    }
  /** The pack asks these bodies for the paper already. */
  | {
      readonly code: 'paper_asked';
      readonly field: 'documentKind';
      readonly entityTypes: readonly EntityType[];
    }
  /** Another override asks for the paper, under this title. */
  | { readonly code: 'paper_doubled'; readonly field: 'documentKind'; readonly title: string };

/**
 * What is wrong with a change of the firm's own, seen from the newest version of the pack on a day; undefined when it
 * is sound. `others` are the firm's other overrides of the pack, without one that the change is to replace.
 */
export function overrideFault(
  pack: RulePack,
  change: OverrideChange,
  others: readonly OverrideChange[],
  on: CalendarDate,
): OverrideFault | undefined {
  switch (change.kind) {
    case 'fee':
      return numberFault('amountFen', change.amountFen, [0, mostFeeFen], baseValueOf(pack, change, on));
    case 'clock':
      return numberFault('total', change.total, [1, mostUnits], baseValueOf(pack, change, on));
    case 'paper':
      return paperFault(pack, change, others);
  }
}

function numberFault(
  field: NumberField,
  value: number,
  [min, max]: readonly [number, number],
  ofPack: number | undefined,
): OverrideFault | undefined {
  if (!Number.isInteger(value) || value < min || value > max)
    return { code: 'out_of_range', field, value, min, max };
  return value === ofPack ? { code: 'same_as_pack', field, value } : undefined;
}

type PaperChange = Extract<OverrideChange, { kind: 'paper' }>;

function paperFault(
  pack: RulePack,
  change: PaperChange,
  others: readonly OverrideChange[],
): OverrideFault | undefined {
  const entityTypes = askedAlready(pack, change);
  if (entityTypes.length > 0) return { code: 'paper_asked', field: 'documentKind', entityTypes };
  const double = others.find((other) => other.kind === 'paper' && isSamePaper(other, change));
  return double?.kind === 'paper'
    ? { code: 'paper_doubled', field: 'documentKind', title: double.title }
    : undefined;
}

/**
 * Whether a change makes a clock longer than a published one whose end costs the order: by the platform it ends as
 * before, so the firm has to say that it knows better.
 */
export function isLongerThanPublished({ clocks }: RulePack, change: OverrideChange): boolean {
  if (change.kind !== 'clock') return false;
  const rule = clocks.find(({ id }) => id === change.clockId);
  if (rule === undefined || rule.onExpiry === 'none') return false;
  return (rule.tag === 'V' || rule.tag === 'P') && change.total > (rule.firm?.packTotal ?? rule.total);
}

/** The same kind and holder for one of the same bodies; papers without a kind of their own are told by their titles. */
const isSamePaper = (a: PaperChange, b: PaperChange): boolean =>
  a.documentKind === b.documentKind &&
  a.holder === b.holder &&
  (a.documentKind !== 'other' || a.title === b.title) &&
  a.entityTypes.some((type) => b.entityTypes.includes(type));

/**
 * The bodies of which the pack asks for such a paper in every order and every case. What it asks for only where it
 * applies, or as one of several ways, the firm may want always.
 */
const askedAlready = (
  { requirements }: RulePack,
  { documentKind, holder, title, entityTypes }: PaperChange,
): EntityType[] =>
  entityTypes.filter((type) => {
    const sets = requirements.filter(({ entityType }) => entityType === type);
    const isAsked = (rule: DocumentRule): boolean =>
      rule.accepts.includes(documentKind) &&
      rule.holder === holder &&
      (documentKind !== 'other' || rule.title.zh === title);
    return (
      sets.length > 0 &&
      sets.every(({ groups }) => groups.flatMap(({ formula }) => certainRules(formula)).some(isAsked))
    );
  });

/** Whether the pack itself has come to say what a change says, so that it is needed no longer. */
export function isSameAsPack(pack: RulePack, change: OverrideChange, on: CalendarDate): boolean {
  switch (change.kind) {
    case 'fee':
      return baseValueOf(pack, change, on) === change.amountFen;
    case 'clock':
      return baseValueOf(pack, change, on) === change.total;
    case 'paper':
      return askedAlready(pack, change).length === change.entityTypes.length;
  }
}

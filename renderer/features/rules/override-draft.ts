import type { OverrideRow } from '#shared/contract/rules.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { ClockId, Holder, RulePack } from '#shared/domain/rule-pack.ts';
import { readMoney } from '#renderer/components/money-field.tsx';

/** Of whom a paper is wanted: of every kind of body, of one, or of those that an override named before. */
export type PaperTypes = 'all' | 'kept' | EntityType;

/** An override as it is typed. */
export interface OverrideDraft {
  readonly kind: OverrideChange['kind'];
  readonly entityType: EntityType;
  readonly amount: string;
  readonly clockId: ClockId;
  readonly total: string;
  readonly documentKind: DocumentKind;
  readonly holder?: Holder;
  /** Null until it is touched: the kind's own name. */
  readonly title: string | null;
  readonly paperTypes: PaperTypes;
  readonly keptTypes: readonly EntityType[];
  readonly reason: string;
}

/** What a firm can lay down of a pack. */
export const overrideKinds = (pack: RulePack): OverrideChange['kind'][] => [
  ...(pack.path.includes('awaiting_payment') ? (['fee'] as const) : []),
  ...(pack.clocks.length > 0 ? (['clock'] as const) : []),
  'paper',
];

/** Nothing typed yet, or an override that is opened again. */
export function draftOf(pack: RulePack, editing: OverrideRow | undefined): OverrideDraft {
  const [entityType = 'company'] = pack.coveredEntityTypes;
  const empty: OverrideDraft = {
    kind: overrideKinds(pack)[0] ?? 'paper',
    entityType,
    amount: '',
    clockId: pack.clocks[0]?.id ?? 'review',
    total: '',
    documentKind: 'other',
    title: null,
    paperTypes: 'all',
    keptTypes: [],
    reason: editing?.reason ?? '',
  };
  return editing === undefined ? empty : { ...empty, ...valuesOf(pack, editing.change) };
}

function valuesOf(pack: RulePack, change: OverrideChange): Partial<OverrideDraft> {
  switch (change.kind) {
    case 'fee':
      return { kind: 'fee', entityType: change.entityType, amount: String(change.amountFen / 100) };
    case 'clock':
      return { kind: 'clock', clockId: change.clockId, total: String(change.total) };
    case 'paper': {
      const { documentKind, holder, title, entityTypes } = change;
      const isForAll = pack.coveredEntityTypes.every((type) => entityTypes.includes(type));
      const [only] = entityTypes;
      const types = isForAll ? 'all' : entityTypes.length > 1 || only === undefined ? 'kept' : only;
      const base = { kind: 'paper', documentKind, title, paperTypes: types, keptTypes: entityTypes } as const;
      return holder === undefined ? base : { ...base, holder };
    }
  }
}

/** What was typed as a change of the rules; undefined until it is one. */
export function changeOf(draft: OverrideDraft, title: string, pack: RulePack): OverrideChange | undefined {
  switch (draft.kind) {
    case 'fee': {
      const amountFen = readMoney(draft.amount);
      return amountFen === undefined ? undefined : { kind: 'fee', entityType: draft.entityType, amountFen };
    }
    case 'clock': {
      const text = draft.total.trim();
      const isNumber = /^-?\d{1,9}$/u.test(text);
      return isNumber ? { kind: 'clock', clockId: draft.clockId, total: Number(text) } : undefined;
    }
    case 'paper': {
      const { documentKind, holder } = draft;
      if (title.trim() === '') return undefined;
      const entityTypes = typesOf(draft, pack);
      const base = { kind: 'paper', entityTypes, documentKind, title: title.trim() } as const;
      return holder === undefined ? base : { ...base, holder };
    }
  }
}

function typesOf({ paperTypes, keptTypes }: OverrideDraft, pack: RulePack): EntityType[] {
  switch (paperTypes) {
    case 'all':
      return [...pack.coveredEntityTypes];
    case 'kept':
      return [...keptTypes];
    default:
      return [paperTypes];
  }
}

import type { EntityType } from '#shared/domain/entity-type.ts';
import type { DocumentRule, RequirementFormula, RulePack, RuleText } from '#shared/domain/rule-pack.ts';

/** How much a paper is asked for: in every case, in some, or as one of several that will do. */
export type PaperNeed = 'always' | 'sometimes' | 'either';

/** What one kind of subject is asked for. */
export interface PaperCell {
  readonly rule: DocumentRule;
  readonly need: PaperNeed;
  /** What it is one way of, where another paper would do as well. */
  readonly choice?: RuleText;
}

/** One paper of a pack, with the kinds of subject that are asked for it. */
export interface PaperRow {
  readonly id: string;
  readonly cells: ReadonlyMap<EntityType, PaperCell>;
}

/** Every paper of a pack once, in the order of the checklists: part by part, as each kind of subject meets it. */
export function paperRows({ requirements }: Pick<RulePack, 'requirements'>): PaperRow[] {
  const parts = new Map<string, Map<string, Map<EntityType, PaperCell>>>();
  for (const { entityType, groups } of requirements) {
    for (const { id: part, formula } of groups) {
      for (const cell of cellsOf(formula)) {
        const rows = parts.get(part) ?? new Map<string, Map<EntityType, PaperCell>>();
        const cells = rows.get(cell.rule.id) ?? new Map<EntityType, PaperCell>();
        if (!cells.has(entityType)) cells.set(entityType, cell);
        rows.set(cell.rule.id, cells);
        parts.set(part, rows);
      }
    }
  }
  return [...parts.values()].flatMap((rows) => [...rows].map(([id, cells]) => ({ id, cells })));
}

function cellsOf(formula: RequirementFormula, choice?: RuleText): PaperCell[] {
  switch (formula.op) {
    case 'document':
      return [{ rule: formula, need: needOf(formula, choice), ...(choice && { choice }) }];
    case 'all_of':
      return formula.parts.flatMap((part) => cellsOf(part, choice));
    case 'any_of':
      return formula.options.flatMap((option) => cellsOf(option, formula.title));
  }
}

function needOf({ condition, needed }: DocumentRule, choice: RuleText | undefined): PaperNeed {
  if (condition || needed === 'if_applicable') return 'sometimes';
  return choice ? 'either' : 'always';
}

/** The kinds of subject that most clients are; they stand first where there is no room for all. */
const common: readonly EntityType[] = [
  'company',
  'sole_trader',
  'public_institution',
  'private_non_enterprise',
  'social_group',
  'government',
  'individual',
];

/** The kinds of subject to show in so many columns; the chosen one is always among them. */
export function shownTypes(
  covered: readonly EntityType[],
  chosen: EntityType,
  columns: number,
): EntityType[] {
  const order = [...common.filter((type) => covered.includes(type)), ...covered];
  const first = [...new Set(order)].slice(0, Math.max(1, columns));
  if (first.includes(chosen) || !covered.includes(chosen)) return first;
  return [...first.slice(0, -1), chosen];
}

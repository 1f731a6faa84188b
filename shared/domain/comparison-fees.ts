import type { CalendarDate } from './calendar-date.ts';
import { known, unknownAt } from './comparison-cell.ts';
import type { Cell } from './comparison-cell.ts';
import type { EntityType } from './entity-type.ts';
import { entityTypes } from './entity-type.ts';
import { basisAt } from './rule-basis.ts';
import { platformFee } from './rule-pack-lookup.ts';
import type { RulePack, RuleText } from './rule-pack.ts';

/** What one submission costs these entity types, in fen; 0 is free. */
export type FeeLine = {
  readonly entityTypes: readonly EntityType[];
  readonly amountFen: Cell<number>;
  readonly note: RuleText | null;
};

/** The fees of a pack on a day: lines in the order of the entity types, what is not known last. */
export function feeLines(pack: RulePack, on: CalendarDate): FeeLine[] {
  const covered = entityTypes.filter((type) => pack.coveredEntityTypes.includes(type));
  const rules = new Set(covered.map((type) => platformFee(pack, type, on)));
  const lines = [...rules].flatMap((rule): FeeLine[] =>
    rule === undefined
      ? []
      : [
          {
            entityTypes: covered.filter((type) => platformFee(pack, type, on) === rule),
            amountFen: known(rule.amountFen, basisAt(pack, `fees.${pack.fees.indexOf(rule)}`, rule)),
            note: rule.note,
          },
        ],
  );
  const open = covered.filter((type) => platformFee(pack, type, on) === undefined);
  if (open.length === 0) return lines;
  return [...lines, { entityTypes: open, amountFen: unknownAt(pack, 'fee'), note: null }];
}

/** The fee of one entity type: unknown where no line names it. */
export function feeCell(pack: RulePack, entityType: EntityType, on: CalendarDate): Cell<number> {
  const line = feeLines(pack, on).find((one) => one.entityTypes.includes(entityType));
  return line?.amountFen ?? unknownAt(pack, 'fee');
}

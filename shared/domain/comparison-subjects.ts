import { unknownAt } from './comparison-cell.ts';
import type { EntityType } from './entity-type.ts';
import { entityTypes } from './entity-type.ts';
import { basisAt, distrustOf, silenceOf, textAt } from './rule-basis.ts';
import type { RuleBasis } from './rule-basis.ts';
import { rulesOfSet } from './rule-pack-leaves.ts';
import type { DocumentRule, RulePack, RuleText } from './rule-pack.ts';

/** Whether a body of this type may certify: yes, no, or not known, since no source names it. */
export type SubjectLine = {
  readonly entityType: EntityType;
  readonly state: 'may' | 'may_not' | 'unknown';
  readonly text: RuleText | null;
  readonly basis: RuleBasis;
};

/** A line for every entity type, in their usual order; a statement `not_for_<type>` says no. */
export function subjectLines(pack: RulePack): SubjectLine[] {
  return entityTypes.map((entityType) => {
    const refused = textAt(pack, `statements.not_for_${entityType}`);
    if (refused !== undefined) return { entityType, state: 'may_not', ...refused };
    if (!pack.coveredEntityTypes.includes(entityType)) {
      return { entityType, ...unknownAt(pack, 'other_types') };
    }
    return { entityType, state: 'may', text: null, basis: basisOfSubject(pack, entityType) };
  });
}

/** What the pack says of its subjects as a whole; else the best word on the paper that proves such a body. */
function basisOfSubject(pack: RulePack, entityType: EntityType): RuleBasis {
  const said = textAt(pack, 'statements.subjects') ?? textAt(pack, 'statements.subject_types');
  if (said !== undefined) return said.basis;
  const [best] = subjectRules(pack, entityType).sort((a, b) => distrustOf(a.tag) - distrustOf(b.tag));
  const place = `requirements.${entityType}`;
  return best === undefined ? silenceOf(pack, place) : basisAt(pack, `${place}.${best.id}`, best);
}

/** The papers always asked for that belong to the body itself; an individual has none but the ID card. */
function subjectRules(pack: RulePack, entityType: EntityType): DocumentRule[] {
  const always = pack.requirements
    .filter((set) => set.entityType === entityType)
    .flatMap(rulesOfSet)
    .filter(({ needed, condition }) => needed === 'required' && condition === undefined);
  const own = always.filter(({ holder }) => holder === undefined);
  return own.length > 0 && entityType !== 'individual' ? own : always;
}

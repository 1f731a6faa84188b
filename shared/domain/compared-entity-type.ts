import type { FeeLine } from './comparison-fees.ts';
import type { SubjectLine } from './comparison-subjects.ts';
import type { EntityType } from './entity-type.ts';
import type { ComparedRules } from './platform-comparison.ts';

/** What the rules of a platform say of one entity type. */
export type RulesOfType = {
  readonly subject: SubjectLine;
  /** What one submission costs; null where such a body may not certify, so that nothing is to be paid. */
  readonly fee: FeeLine | null;
  /** The fees of the other entity types, without those that have none of their own. */
  readonly otherFees: readonly FeeLine[];
};

/** Looks up an entity type; a type that no source names has an unknown fee, on the same word as its subject line. */
export function rulesOfType(rules: ComparedRules, entityType: EntityType): RulesOfType | undefined {
  const subject = rules.subjects.find((line) => line.entityType === entityType);
  if (subject === undefined) return undefined;
  const own = subject.state === 'may_not' ? null : (feeFor(rules, entityType) ?? unnamed(subject));
  return { subject, fee: own, otherFees: rules.fees.flatMap((fee) => without(fee, entityType)) };
}

const feeFor = ({ fees }: ComparedRules, entityType: EntityType): FeeLine | undefined =>
  fees.find((fee) => fee.entityTypes.includes(entityType));

const unnamed = ({ entityType, text, basis }: SubjectLine): FeeLine => ({
  entityTypes: [entityType],
  amountFen: { state: 'unknown', text, basis },
  note: null,
});

function without(fee: FeeLine, entityType: EntityType): FeeLine[] {
  const entityTypes = fee.entityTypes.filter((type) => type !== entityType);
  return entityTypes.length === 0 ? [] : [{ ...fee, entityTypes }];
}

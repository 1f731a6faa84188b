/** Facts of a client between which a merge chooses. A note on the code goes with the code, the day with the standing. */
export const mergeFields = [
  'name',
  'creditCode',
  'entityType',
  'legalRepresentative',
  'address',
  'establishedOn',
  'licenceUntil',
  'standing',
  'annualReportYear',
  'businessScope',
  'consultantId',
  'serviceStatus',
  'serviceSinceOn',
  'serviceFeeFen',
  'remark',
] as const;
export type MergeField = (typeof mergeFields)[number];

type Companion = 'creditCodeNote' | 'standingCheckedOn';
const companions: Readonly<Partial<Record<MergeField, Companion>>> = {
  creditCode: 'creditCodeNote',
  standing: 'standingCheckedOn',
};

type Value = string | number | null;
export type MergeableFacts = Readonly<Record<MergeField | Companion, Value>>;

/** How the two sides stand to each other in one field. `alone`: only the other client has a value. */
export type FieldStanding = 'same' | 'kept_only' | 'alone' | 'differs';

/** Whether there is anything to choose, of each field. Every field is told from the side of the one that is kept. */
export function fieldStanding(field: MergeField, kept: MergeableFacts, other: MergeableFacts): FieldStanding {
  const companion = companions[field];
  const isSame =
    kept[field] === other[field] && (companion === undefined || kept[companion] === other[companion]);
  if (isSame) return 'same';
  if (isEmpty(kept[field])) return isEmpty(other[field]) ? 'same' : 'alone';
  return isEmpty(other[field]) ? 'kept_only' : 'differs';
}

/**
 * The fields of the other client that a merge takes unless the user says otherwise: what the kept client lacks, and a
 * credit code of 18 characters in place of a code of before.
 */
export function suggestedTakes(kept: MergeableFacts, other: MergeableFacts): MergeField[] {
  return mergeFields.filter((field) => {
    const standing = fieldStanding(field, kept, other);
    if (standing === 'alone') return true;
    return standing === 'differs' && field === 'creditCode' && isOld(kept[field]) && !isOld(other[field]);
  });
}

/** What the kept client is given: the taken fields as the other client has them, each with what goes with it. */
export function takenFacts<Facts extends MergeableFacts>(
  other: Facts,
  take: readonly MergeField[],
): Partial<Facts> {
  const names = take.flatMap((field) => [
    field,
    ...(companions[field] === undefined ? [] : [companions[field]]),
  ]);
  return Object.fromEntries(names.map((name) => [name, other[name]])) as Partial<Facts>;
}

/** Both remarks, the kept client's first; null where there is nothing to put together. */
export function joinedRemarks(kept: MergeableFacts, other: MergeableFacts): string | null {
  if (fieldStanding('remark', kept, other) !== 'differs') return null;
  return `${String(kept.remark)}\n\n${String(other.remark)}`;
}

const isEmpty = (value: Value): boolean => value === null || value === '';
const isOld = (code: Value): boolean => typeof code === 'string' && code.length !== 18;

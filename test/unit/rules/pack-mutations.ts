import { applicationKinds, pathStages } from '#shared/domain/application.ts';
import { checkIds, findingLevels } from '#shared/domain/check-rule.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import * as rules from '#shared/domain/rule-pack.ts';

/** Where a field of a pack stands, as keys and positions. */
export type FieldPath = readonly (string | number)[];

/** A pack with one field otherwise. */
export interface Mutation {
  readonly at: FieldPath;
  readonly pack: RulePack;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The values that a field of that name can have, where they are a closed set. */
const values: Readonly<Record<string, readonly string[]>> = {
  platform: platforms,
  accountKinds,
  applicationKinds,
  coveredEntityTypes: entityTypes,
  entityTypes,
  entityType: entityTypes,
  path: pathStages,
  stage: pathStages,
  accepts: documentKinds,
  paper: documentKinds,
  number: rules.accountNumbers,
  yields: rules.accountNumbers,
  holder: rules.holders,
  needed: rules.neededValues,
  fact: rules.checklistFactKeys,
  unknown: rules.unansweredValues,
  waitingOn: rules.waitingParties,
  unit: rules.clockUnits,
  startsAt: rules.clockStarts,
  onExpiry: rules.clockEnds,
  rejects: rules.rejectedPapers,
  only: rules.aftercareCases,
  match: rules.nameWordMatches,
  level: findingLevels,
  tag: rules.packTrustTags,
  publisher: ['official', 'third_party', 'own'],
};

/** What names a part: a change of it is a part gone and another one come. */
const names: ReadonlySet<string> = new Set([
  'id',
  'code',
  'op',
  'version',
  'entityType',
  'stage',
  'uploadProfileId',
]);

/** Every field of a pack with one other value each; what names a part is left as it is. */
export function singleMutations(pack: RulePack): Mutation[] {
  return fieldsOf(asJson(pack), []).flatMap(([at, value]) =>
    othersOf(at, value).map((other) => ({ at, pack: withOther(pack, at, other) })),
  );
}

/** The pack with the same field otherwise; as it is where it has no such field. */
export function mutatedAt(pack: RulePack, at: FieldPath): RulePack {
  const value = at.reduce<Json | undefined>(
    (inner, key) => (inner as Record<string | number, Json> | null | undefined)?.[key],
    asJson(pack),
  );
  const [other] = value === undefined ? [] : othersOf(at, value);
  return other === undefined ? pack : withOther(pack, at, other);
}

/** A pack is read from a file of JSON and holds nothing else. */
const asJson = (pack: RulePack): Json => pack;

const withOther = (pack: RulePack, at: FieldPath, other: Json): RulePack =>
  withValue(asJson(pack), at, other) as RulePack;

function fieldsOf(value: Json, at: FieldPath): (readonly [FieldPath, Json])[] {
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return [[at, value]];
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

const keyOf = (at: FieldPath): string => at.findLast((key): key is string => typeof key === 'string') ?? '';

function othersOf(at: FieldPath, value: Json): Json[] {
  const key = keyOf(at);
  if (names.has(key) || value === null) return [];
  if (Array.isArray(value)) return value.length === 0 ? [] : [listOther(key, value)];
  switch (typeof value) {
    case 'number':
      return [value + 1];
    case 'boolean':
      return [!value];
    case 'string':
      return stringOthers(key, value);
    default:
      return [];
  }
}

function listOther(key: string, list: readonly Json[]): Json {
  const added = key === 'source' ? 'OWN' : (values[key] ?? checkIds).find((each) => !list.includes(each));
  return added === undefined || list.includes(added) ? list.slice(1) : [...list, added];
}

function stringOthers(key: string, value: string): string[] {
  const known =
    key === 'number' && !rules.accountNumbers.some((each) => each === value) ? undefined : values[key];
  if (known !== undefined) return known.filter((each) => each !== value).slice(0, 1);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return [value === '2001-02-03' ? '2001-02-04' : '2001-02-03'];
  return [`${value}*`];
}

function withValue(value: Json, [key, ...rest]: FieldPath, other: Json): Json {
  if (key === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((inner: Json, index) => (index === key ? withValue(inner, rest, other) : inner));
  }
  const object = value as Readonly<Record<string, Json>>;
  return { ...object, [key]: withValue(object[key] ?? null, rest, other) };
}

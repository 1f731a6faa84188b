import { leavesOf } from './rule-pack-leaves.ts';
import type {
  FeeRule,
  RequirementFormula,
  RequirementSet,
  RulePack,
  RuleSource,
  RuleText,
  UploadProfile,
} from './rule-pack.ts';
import type { Placed } from './source-faults.ts';

/** A thing that a pack says, by its fields; `about` is what it is called, where it has a name. */
export type PackPart = {
  readonly about?: RuleText;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** What papers stand in a group and how: `ids` to compare, with the words that it is read in. */
export type Composition = { readonly ids: string; readonly text: RuleText };

/**
 * Everything in which two versions of a pack can differ, by a place that does not depend on order: the head, the
 * sources, every leaf, and what holds the leaves together. Fees stand under each entity type.
 */
export function packParts(pack: RulePack): Map<string, PackPart> {
  const leaves = leavesOf(pack).filter(([at]) => !at.startsWith('fees.'));
  return new Map<string, PackPart>([
    ['head', { fields: headOf(pack) }],
    ...pack.sources.map(sourcePart),
    ...pack.uploadProfiles.map(profilePart),
    ...pack.requirements.flatMap(setParts),
    ...leaves.map(([at, leaf]): Placed<PackPart> => [at, leafPart(at, { ...leaf }, pack)]),
    ...pack.fees.flatMap(feeParts),
  ]);
}

function headOf(pack: RulePack) {
  const { title, asOf, platform, accountKinds, applicationKinds, coveredEntityTypes, path, yields } = pack;
  // A head has no provenance: its date is a field like the others.
  return { title, knownOn: asOf, platform, accountKinds, applicationKinds, coveredEntityTypes, path, yields };
}

const sourcePart = ({ code, ...source }: RuleSource): Placed<PackPart> => [
  `sources.${code}`,
  { about: source.title, fields: source },
];

const profilePart = ({ id, title }: UploadProfile): Placed<PackPart> => [
  `uploadProfiles.${id}`,
  { about: title, fields: { title } },
];

/** For which orders the papers of a body are asked for, and how they belong together. */
function setParts({ entityType, applicationKinds, groups }: RequirementSet): Placed<PackPart>[] {
  const at = `requirements.${entityType}`;
  const order: Composition = { ids: groups.map(({ id }) => id).join(' '), text: listed(groups, '、', ', ') };
  return [
    [at, { fields: { applicationKinds, groups: order } }],
    ...groups.map(({ id, title, formula }): Placed<PackPart> => [
      `${at}.group.${id}`,
      { about: title, fields: { title, composition: compositionOf(formula) } },
    ]),
    ...groups
      .flatMap(({ formula }) => choicesIn(formula))
      .map(({ id, title }): Placed<PackPart> => [`${at}.choice.${id}`, { about: title, fields: { title } }]),
  ];
}

const listed = (parts: readonly { readonly title: RuleText }[], zh: string, en: string): RuleText => ({
  zh: parts.map(({ title }) => title.zh).join(zh),
  en: parts.map(({ title }) => title.en).join(en),
});

function compositionOf(formula: RequirementFormula): Composition {
  switch (formula.op) {
    case 'document':
      return { ids: formula.id, text: formula.title };
    case 'all_of': {
      const parts = formula.parts.map(compositionOf);
      const text = listed(
        parts.map((part) => ({ title: part.text })),
        '、',
        ', ',
      );
      return { ids: parts.map(({ ids }) => ids).join(' '), text };
    }
    case 'any_of': {
      const options = formula.options.map(compositionOf);
      const { zh, en } = listed(
        options.map((option) => ({ title: option.text })),
        ' 或 ',
        ' or ',
      );
      const ids = options.map((option) => option.ids).join(' | ');
      return { ids: `${formula.id}(${ids})`, text: { zh: `（${zh}）`, en: `(${en})` } };
    }
  }
}

function choicesIn(formula: RequirementFormula): Extract<RequirementFormula, { op: 'any_of' }>[] {
  switch (formula.op) {
    case 'document':
      return [];
    case 'all_of':
      return formula.parts.flatMap(choicesIn);
    case 'any_of':
      return [formula, ...formula.options.flatMap(choicesIn)];
  }
}

/** What names a leaf, and what stands in it as a leaf of its own. */
const notFields: ReadonlySet<string> = new Set(['op', 'id', 'code', 'stage', 'remedyDocuments', 'questions']);

/** The fields of a leaf: a time is one, and what makes it a duty are several. */
function leafPart(at: string, leaf: Readonly<Record<string, unknown>>, pack: RulePack): PackPart {
  const { total, unit, duty, ...others } = leaf;
  const own = Object.fromEntries(Object.entries(others).filter(([key]) => !notFields.has(key)));
  const nameUnit = unit === undefined ? {} : { nameUnit: unit };
  const length = total === undefined ? nameUnit : { length: { total, unit } };
  const fields = { ...length, ...own, ...dutyFields(duty) };
  const about = aboutOf(at, leaf, pack);
  return about === undefined ? { fields } : { about, fields };
}

function dutyFields(duty: unknown): Readonly<Record<string, unknown>> {
  if (typeof duty !== 'object' || duty === null) return {};
  const own = Object.entries(duty).filter(([key]) => key !== 'plan');
  return Object.fromEntries(
    own.map(([key, value]): [string, unknown] => [key === 'title' ? 'dutyTitle' : key, value]),
  );
}

function aboutOf(at: string, leaf: Readonly<Record<string, unknown>>, pack: RulePack): RuleText | undefined {
  const [section, id] = at.split('.');
  if (section === 'uploadProfiles') return pack.uploadProfiles.find((profile) => profile.id === id)?.title;
  if (section === 'aftercare') {
    const rule = pack.aftercare.find((each) => each.id === id);
    return rule?.duty?.title ?? rule?.text;
  }
  return [leaf.title, leaf.text].find(isRuleText);
}

/** Whether a value is a text in both languages. */
export const isRuleText = (value: unknown): value is RuleText =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

function feeParts(fee: FeeRule): Placed<PackPart>[] {
  const { entityTypes, from, to, variant, ...others } = fee;
  const period = from === null && to === null ? '' : `.${from ?? ''}-${to ?? ''}`;
  const own = variant === undefined ? '' : `.${variant.id}`;
  const fields = { ...others, ...(variant && { variant: variant.text }), period: { from, to } };
  return entityTypes.map((type): Placed<PackPart> => [
    `fees.${type}${period}${own}`,
    { ...(variant && { about: variant.text }), fields },
  ]);
}

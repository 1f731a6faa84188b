import { z } from 'zod';
import { categoryPackFaults } from '#shared/domain/category-pack-faults.ts';
import { permitSorts } from '#shared/domain/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { Formula } from '#shared/domain/formula.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { code, leaf, source, text, version, words } from './rule-pack-parts.ts';
import { calendarDate } from './values.ts';

const condition = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('entity_type'), in: z.array(z.enum(entityTypes)).min(1) }),
  z.strictObject({ on: z.literal('platform'), in: z.array(z.enum(platforms)).min(1) }),
  z.strictObject({ on: z.literal('category'), in: z.array(code).min(1) }),
  z.strictObject({ on: z.literal('answer'), id: code, is: z.boolean() }),
]);

/** A category that asks for nothing has an empty `all_of`; everything else holds something. */
const formula: z.ZodType<Formula> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('atom'), id: code, covering: z.array(words).min(1).optional() }),
    z.strictObject({ op: z.literal('scope'), words: z.array(words).min(1) }),
    z.strictObject({ op: z.literal('all_of'), label: text.optional(), parts: z.array(formula) }),
    z.strictObject({ op: z.literal('any_of'), label: text.optional(), options: z.array(formula).min(2) }),
    z.strictObject({ op: z.literal('when'), condition, then: formula, otherwise: formula.optional() }),
  ]),
);

const permit = leaf({
  id: code,
  name: text,
  sort: z.enum(permitSorts),
  filedAs: z.array(z.enum(documentKinds)).min(1),
  ownKind: z.enum(documentKinds).optional(),
  words: z.array(words),
  isPartners: z.literal(true).optional(),
  usualTerm: leaf({ years: z.int().min(1) }).optional(),
});

const question = leaf({
  id: code,
  text,
  yesFor: z.array(z.enum(entityTypes)),
  noFor: z.array(z.enum(entityTypes)),
});

const category = leaf({
  id: code,
  path: z.tuple([text, text]),
  alsoCalled: z.array(words).min(1).optional(),
  formula,
  cac: z.boolean(),
  forIndividuals: z.boolean(),
  note: text.optional(),
});

const unknown = leaf({ id: code, text });

const shape: z.ZodType<CategoryPack> = z.strictObject({
  id: code,
  version,
  asOf: calendarDate,
  title: text,
  platform: z.enum(platforms),
  accountKinds: z.array(z.enum(accountKinds)).min(1),
  notFor: z.array(z.enum(entityTypes)),
  /** Lists of a former program have none. */
  unknowns: z.array(unknown).optional(),
  sources: z.array(source).min(1),
  cacReview: leaf({ days: z.int().min(1), note: text }),
  costs: leaf({ of: z.record(z.enum([...permitSorts, 'scope'] as const), z.number()) }),
  questions: z.array(question),
  permits: z.array(permit).min(1),
  categories: z.array(category).min(1),
});

/**
 * A category pack file. Unknown keys are refused, so that a misspelt one can't be lost in silence; so is a pack whose
 * parts do not fit together, with one issue for each fault and the place of it.
 */
export const categoryPackSchema = shape.superRefine((pack, context) => {
  for (const { code: message, at } of categoryPackFaults(pack)) {
    context.addIssue({ code: 'custom', message, path: [at] });
  }
});

import { z } from 'zod';
import { applicationKinds, pathStages, stages } from '#shared/domain/application.ts';
import { checkIds, findingLevels } from '#shared/domain/check-rule.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import type { DocumentRule, RequirementFormula, RulePack } from '#shared/domain/rule-pack.ts';
import {
  accountNumbers,
  aftercareCases,
  checklistFactKeys,
  clockEnds,
  clockIds,
  clockStarts,
  clockUnits,
  holders,
  nameUnitKinds,
  nameWordMatches,
  neededValues,
  rejectedPapers,
  unansweredValues,
  waitingParties,
} from '#shared/domain/rule-pack.ts';
import { code, leaf, source, text, version, wholeDays, words } from './rule-pack-parts.ts';
import { calendarDate, fen } from './values.ts';

const condition = z.strictObject({
  fact: z.enum(checklistFactKeys),
  is: z.boolean(),
  unknown: z.enum(unansweredValues),
});

const documentRule: z.ZodType<DocumentRule> = leaf({
  op: z.literal('document'),
  id: code,
  accepts: z.array(z.enum(documentKinds)).min(1),
  holder: z.enum(holders).optional(),
  needed: z.enum(neededValues),
  condition: condition.optional(),
  marginDays: wholeDays,
  marginBasis: leaf({}).optional(),
  uploadProfileId: code,
  title: text,
  note: text.optional(),
});

const formula: z.ZodType<RequirementFormula> = z.lazy(() =>
  z.union([
    documentRule,
    z.strictObject({ op: z.literal('all_of'), parts: z.array(formula).min(1) }),
    z.strictObject({ op: z.literal('any_of'), id: code, title: text, options: z.array(formula).min(2) }),
  ]),
);

const requirementSet = z.strictObject({
  entityType: z.enum(entityTypes),
  applicationKinds: z.array(z.enum(applicationKinds)).min(1),
  groups: z.array(z.strictObject({ id: code, title: text, formula })).min(1),
});

const uploadLimit = z.discriminatedUnion('id', [
  leaf({ id: z.literal('format'), formats: z.array(code).min(1) }),
  leaf({ id: z.literal('size'), maxBytes: z.int().min(1) }),
  leaf({ id: z.literal('resolution'), shortSidePx: z.int().min(1), longSidePx: z.int().min(1) }),
  leaf({ id: z.literal('colour'), note: text }),
  leaf({ id: z.literal('completeness'), note: text }),
  leaf({ id: z.literal('count'), maxFiles: z.int().min(1) }),
]);

const validity = z.strictObject({
  term: leaf({ years: z.int().min(1) }),
  window: leaf({ daysBefore: wholeDays }),
  plan: leaf({ askDaysBefore: wholeDays, submitDaysBefore: wholeDays }),
  losses: z.array(leaf({ afterDays: wholeDays, text })),
});

const clock = leaf({
  id: z.enum(clockIds),
  unit: z.enum(clockUnits),
  total: z.int().min(1),
  startsAt: z.enum(clockStarts),
  onExpiry: z.enum(clockEnds),
  consequence: text,
});

const fee = leaf({
  variant: z.strictObject({ id: code, text }).optional(),
  entityTypes: z.array(z.enum(entityTypes)).min(1),
  amountFen: fen.min(0),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  note: text,
});

const returnReason = leaf({
  code,
  text,
  remedy: text,
  remedyDocuments: z.array(documentRule),
  rejects: z.enum(rejectedPapers).optional(),
});

const check = leaf({
  id: z.enum(checkIds),
  level: z.enum(findingLevels),
  text,
  remedy: text,
  reasonCode: code.optional(),
});

const reviewerCall = leaf({
  missedCallsToFail: z.int().min(1),
  reasonCode: code.optional(),
  note: text,
  questions: z.array(leaf({ id: code, text })),
});

const statement = leaf({ id: code, text });

const time = { unit: z.enum(clockUnits), total: z.int().min(1) };
const aftercare = leaf({
  id: code,
  text,
  within: z.strictObject(time).optional(),
  only: z.enum(aftercareCases).optional(),
  afterFailure: z.literal(true).optional(),
  duty: z
    .strictObject({
      title: text,
      waitingOn: z.enum(waitingParties),
      condition: condition.optional(),
      after: code.optional(),
      alternatives: z.array(code).min(1).optional(),
      partOf: code.optional(),
      paper: z.enum(documentKinds).optional(),
      number: z.enum(accountNumbers).optional(),
      plan: leaf(time).optional(),
    })
    .optional(),
});

const units = z.int().min(1);
const nameRules = z.strictObject({
  length: leaf({ minUnits: units, maxUnits: units, unit: z.enum(nameUnitKinds).optional() }),
  advised: leaf({ minUnits: units }).optional(),
  words: z.array(
    leaf({
      id: code,
      match: z.enum(nameWordMatches),
      entityTypes: z.array(z.enum(entityTypes)).min(1).optional(),
      words: z.array(words).min(1),
      text,
    }),
  ),
});

const shape: z.ZodType<RulePack> = z.strictObject({
  id: code,
  version,
  asOf: calendarDate,
  title: text,
  platform: z.enum(platforms),
  accountKinds: z.array(z.enum(accountKinds)).min(1),
  applicationKinds: z.array(z.enum(applicationKinds)).min(1),
  coveredEntityTypes: z.array(z.enum(entityTypes)).min(1),
  sources: z.array(source).min(1),
  uploadProfiles: z
    .array(z.strictObject({ id: code, title: text, limits: z.array(uploadLimit).min(1) }))
    .min(1),
  requirements: z.array(requirementSet).min(1),
  path: z.array(z.enum(pathStages)).min(1),
  stages: z.array(
    leaf({ stage: z.enum(stages), title: text.optional(), waitingOn: z.enum(waitingParties), note: text }),
  ),
  clocks: z.array(clock),
  refills: leaf({ max: z.int().min(0), note: text }).nullable(),
  withdrawal: leaf({ inReview: z.boolean(), note: text }).nullable(),
  fees: z.array(fee).max(200),
  validity: validity.nullable(),
  reviewCriteria: z.array(statement),
  nameRules: nameRules.nullable(),
  returnReasons: z.array(returnReason),
  checks: z.array(check),
  reviewerCall: reviewerCall.nullable(),
  reviewLines: z.array(leaf({ number: z.string().regex(/^\d{3,4}-\d{7,8}$/) })),
  yields: z.array(z.enum(accountNumbers)).min(1).optional(),
  aftercare: z.array(aftercare),
  statements: z.array(statement),
  unknowns: z.array(statement),
  conflicts: z.array(leaf({ id: code, places: z.array(code).min(1), text })),
});

/**
 * A rule pack file. Unknown keys are refused, so that a misspelt one can't be lost in silence; so is a pack whose parts
 * do not fit together, with one issue for each fault and the place of it.
 */
export const rulePackSchema = shape.superRefine((pack, context) => {
  for (const { code: message, at } of rulePackFaults(pack)) {
    context.addIssue({ code: 'custom', message, path: [at] });
  }
});

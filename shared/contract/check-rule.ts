import { z } from 'zod';
import { checkIds, findingLevels } from '#shared/domain/check-rule.ts';

/** The keys of a check in a rule pack beside its provenance; `text` is the pack's schema for both languages. */
export const checkRuleShape = <Text extends z.ZodType>(text: Text) => ({
  id: z.enum(checkIds),
  level: z.enum(findingLevels),
  text,
  remedy: text,
  reasonCode: z.string().optional(),
});

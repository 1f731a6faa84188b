import { z } from 'zod';
import { trustTags } from '#shared/domain/rule-pack.ts';
import { calendarDate } from './values.ts';

/** The name of a source, a paper or a reason. */
export const ruleCode = z.string().regex(/^[A-Za-z0-9_.-]+$/);
export const words = z.string().trim().min(1);
/** A text in both languages. */
export const ruleText = z.strictObject({ zh: words, en: words });
export const wholeDays = z.int().min(0);
export const ruleVersion = z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/);

/** What every leaf carries. */
const provenance = {
  tag: z.enum(trustTags),
  source: z.array(ruleCode).min(1),
  asOf: calendarDate,
};

/** A fact with its trust, its sources and its date; unknown keys are refused. */
export const leaf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...provenance, ...shape });

export const ruleSource = z.strictObject({
  code: ruleCode,
  title: ruleText,
  publisher: z.enum(['official', 'third_party', 'own']),
  date: calendarDate.optional(),
  url: words.optional(),
});

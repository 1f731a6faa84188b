import { z } from 'zod';
import { packTrustTags } from '#shared/domain/rule-pack.ts';
import { calendarDate } from './values.ts';

/** What names a part of a pack, stable from version to version. */
export const code = z.string().regex(/^[A-Za-z0-9_.-]+$/);

export const version = z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/);

export const words = z.string().trim().min(1);

export const text = z.strictObject({ zh: words, en: words });

export const wholeDays = z.int().min(0);

/** What every leaf of a pack carries. */
const provenance = {
  tag: z.enum(packTrustTags),
  source: z.array(code).min(1),
  asOf: calendarDate,
};

/** An object of a pack that states a fact: no other keys, and its provenance. */
export const leaf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...provenance, ...shape });

export const source = z.strictObject({
  code,
  title: text,
  publisher: z.enum(['official', 'third_party', 'own']),
  date: calendarDate.optional(),
  url: words.optional(),
});

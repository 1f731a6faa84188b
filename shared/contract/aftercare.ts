import { z } from 'zod';
import type { AftercareStep } from '#shared/domain/aftercare.ts';
import { procedure } from './errors.ts';
import { calendarDate, done, id, longText } from './values.ts';

/** One step after the end of an order with where it stands, and the firm’s remark on it. */
export const aftercareRow = z.object({
  step: z.custom<AftercareStep>(),
  remark: z.string().nullable(),
  /** Items of the checklist whose answer decides whether the step belongs to the case. */
  itemIds: z.array(id),
});
export type AftercareRow = z.infer<typeof aftercareRow>;

export const aftercareWords = ['done', 'not_needed', 'applies'] as const;
export type AftercareWord = (typeof aftercareWords)[number];

export const aftercare = {
  /**
   * The firm's word on a step after the end of an order; null takes it back. `on` is the day it was done, else today.
   * `applies`: of its alternatives it is this one.
   */
  decide: procedure
    .input(
      z.object({
        applicationId: id,
        ruleId: z.string(),
        decision: z.enum(aftercareWords).nullable(),
        on: calendarDate.optional(),
        remark: longText.optional(),
      }),
    )
    .output(done),
};

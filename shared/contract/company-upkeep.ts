import { z } from 'zod';
import { companyUpkeepFaults } from '#shared/domain/company-upkeep-faults.ts';
import type { CompanyUpkeep } from '#shared/domain/company-upkeep.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { code, leaf, source, text, version, wholeDays } from './rule-pack-parts.ts';
import { calendarDate } from './values.ts';

const someTypes = z.array(z.enum(entityTypes)).min(1);

/** Days of each month in a year without a leap day. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const dayOfYear = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1) })
  .refine(({ month, day }) => day <= (monthLengths[month - 1] ?? 0), 'not a day of every year');

/** The reminders look this far ahead. */
const beginDaysBefore = wholeDays.max(120);

const annualReport = z.strictObject({
  windows: z.array(leaf({ entityTypes: someTypes, opens: dayOfYear, ends: dayOfYear })).min(1),
  plan: leaf({ submitDaysBefore: wholeDays }),
  losses: z.array(leaf({ entityTypes: someTypes, withinWorkingDays: wholeDays.nullable(), text: text })),
});

const licenceTerm = z.strictObject({
  refusal: leaf({
    platforms: z.array(z.enum(platforms)).min(1),
    accountKinds: z.array(z.enum(accountKinds)).min(1),
    text: text,
  }),
  margin: leaf({ days: wholeDays }),
});

const papers = z.strictObject({
  usual: leaf({ beginDaysBefore }),
  kinds: z.array(
    leaf({
      kinds: z.array(z.enum(documentKinds)).min(1),
      beginDaysBefore,
      lasts: leaf({ years: z.int().min(1) }).optional(),
    }),
  ),
});

const shape: z.ZodType<CompanyUpkeep> = z.strictObject({
  id: code,
  version: version,
  asOf: calendarDate,
  title: text,
  sources: z.array(source).min(1),
  annualReport,
  licenceTerm,
  papers,
});

/** The file of what a client keeps in order. Unknown keys are refused, and so is a file whose parts do not fit together. */
export const companyUpkeepSchema = shape.superRefine((upkeep, context) => {
  for (const { code: message, at } of companyUpkeepFaults(upkeep)) {
    context.addIssue({ code: 'custom', message, path: [at] });
  }
});

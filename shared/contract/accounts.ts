import { z } from 'zod';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { calendarDate, id, instant, line, longText, optionalLine } from './values.ts';

export const accountFields = z.object({
  platform: z.enum(platforms),
  kind: z.enum(accountKinds),
  name: line.min(1),
  appId: optionalLine,
  originalId: optionalLine,
  /** 备案号, and the day it was issued. */
  filingNumber: optionalLine,
  filedOn: calendarDate.nullable(),
  category: optionalLine,
  certifiedSinceOn: calendarDate.nullable(),
  certifiedUntilOn: calendarDate.nullable(),
  /** The exact end where it is known; its day is `certifiedUntilOn` then. */
  certifiedUntilAtMs: instant.nullable(),
  remark: longText,
});
export type AccountFields = z.infer<typeof accountFields>;

export const newAccount = accountFields.partial().required({ platform: true, kind: true, name: true });

export const accountSummary = accountFields.extend({
  id,
  clientId: id,
  /** The account's application under way, if there is one. */
  openApplicationId: id.nullable(),
  /** Ends of earlier certified years, oldest first, as the history knows them. */
  certifiedYears: z.array(calendarDate),
});

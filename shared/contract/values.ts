import { z } from 'zod';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/** A row's key: UUIDv7 text, or a text derived from such keys. */
export const id = z.string().min(1).max(200);
export const notACalendarDay = 'not a calendar day (YYYY-MM-DD)';
/** A calendar day, YYYY-MM-DD, that exists. */
export const calendarDate = z.custom<CalendarDate>(isCalendarDate, notACalendarDay);
/** An instant in milliseconds since 1970. */
export const instant = z.int();
/** Money in fen. */
export const fen = z.int();
/** Stands for a file that the user chose; only the backend knows the path behind it. */
export const fileToken = z.string().min(1).max(200);
/** A file's identity. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of text as people type it; empty text means "nothing". */
export const line = z.string().trim().max(500);
export const optionalLine = line.nullable();
export const longText = z.string().trim().max(20_000).nullable();

/** How a paper or a licence ends: on a day, never, or not known. */
export const validUntil = z.union([calendarDate, z.literal('forever')]).nullable();
export type ValidUntil = z.infer<typeof validUntil>;

export const done = z.object({ changeId: id.nullable() });

/** Which rows of a list: `limit` of them, beginning `skip` rows behind the cursor, or behind the beginning. */
export const rowRange = {
  after: z.string().nullable().default(null),
  skip: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
};

const ids = z.array(id).max(100_000);

/**
 * Of the rows that a filter holds those that are meant: the ones that are named, or with null all of them; in either case
 * without the excepted ones.
 */
export const rowChoice = z.object({ ids: ids.nullable().default(null), except: ids.default([]) });
export type RowChoice = z.infer<typeof rowChoice>;

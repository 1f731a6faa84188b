import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { nameDifferences } from '#shared/domain/name-key.ts';
import { readColumns } from '#shared/domain/read-agreement.ts';
import { isDayField, readDoubts, readFieldNames } from '#shared/domain/read-field.ts';
import { statedFields } from '#shared/domain/stated-value.ts';
import { documentParts, textFaults } from './documents.ts';
import { procedure } from './errors.ts';
import { done, id, line, notACalendarDay } from './values.ts';

const point = z.tuple([z.number(), z.number()]);
/** Left top, right top, right bottom, left bottom of the text, in pixels of the page as it is kept, whichever way it lies. */
const box = z.tuple([point, point, point, point]);
const confidence = z.number().min(0).max(1);

const known = z.object({
  source: z.enum(['paper', 'record']),
  value: z.string(),
  differences: z.array(z.enum(nameDifferences)),
  /** Whether it means what was read. */
  isSame: z.boolean(),
});

/** What was read held against what the paper is noted to say and what is on file of the client. */
const agreement = z.discriminatedUnion('state', [
  z.object({ state: z.literal('agrees'), known: z.array(known) }),
  z.object({ state: z.literal('differs'), known: z.array(known) }),
  z.object({ state: z.literal('new') }),
  z.object({ state: z.literal('doubtful'), known: z.array(known), suggestion: z.string().optional() }),
]);

/** Where a value is kept once it is confirmed; null for one that is only shown. */
const target = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('stated'), field: z.enum(statedFields) }),
    z.object({ kind: z.literal('column'), column: z.enum(readColumns) }),
  ])
  .nullable();

/** One value read off a paper. The viewer numbers them in this order. */
const readField = z.object({
  field: z.enum(readFieldNames),
  value: z.string(),
  /** As it was recognised. */
  raw: z.string(),
  pageNo: z.int(),
  box,
  confidence,
  doubts: z.array(z.enum(readDoubts)),
  agreement,
  target,
});
export type ReadFieldRow = z.infer<typeof readField>;

const readPage = z.object({
  pageNo: z.int(),
  /** By so many degrees, clockwise, the page had to be turned to be read. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Size of the page, as it is kept, in the pixels of the boxes. */
  widthPx: z.int(),
  heightPx: z.int(),
  lines: z.array(z.object({ text: z.string(), box, confidence })),
  /** What the page looks like by itself; null where nothing tells. */
  guess: z.object({ kind: z.enum(documentKinds), part: z.enum(documentParts), confidence }).nullable(),
  fault: z.enum(textFaults).nullable(),
});

/** `waiting`: nobody has looked at the file yet. `unreadable`: it was looked at in vain. */
const readVersion = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('unreadable'), fault: z.enum(textFaults) }),
  z.object({ state: z.literal('read'), pages: z.array(readPage), fields: z.array(readField) }),
]);
export type Reading = z.infer<typeof readVersion>;

/** A value as it was read or as somebody has corrected it; a day as YYYY-MM-DD. */
const confirmedValue = z
  .object({ field: z.enum(readFieldNames), value: line.min(1) })
  .refine(
    ({ field, value }) =>
      !isDayField(field) || isCalendarDate(value) || (field === 'valid_until' && value === 'forever'),
    { message: notACalendarDay, path: ['value'] },
  );

/** How far the reading in the background is, in files. `current`: the one that is being read. */
const readingState = z.object({
  waiting: z.int(),
  done: z.int(),
  failed: z.int(),
  isPaused: z.boolean(),
  current: z.string().nullable(),
});
export type ReadingState = z.infer<typeof readingState>;

export const reading = {
  /** What was read off one version of a paper; with `now` it is read at once where nobody has. */
  ofVersion: procedure
    .input(z.object({ versionId: id, now: z.boolean().default(false) }))
    .output(readVersion),
  /**
   * Writes chosen values of a paper, as they were read or as somebody has corrected them, in one change: among what it
   * states, or as its dates and number.
   */
  confirm: procedure
    .input(
      z.object({
        documentId: id,
        values: z.array(confirmedValue).max(100),
      }),
    )
    .output(done),
  /** Writes all that was read off the newest files of a paper and agrees with everything known, in one change. */
  confirmAgreeing: procedure
    .input(z.object({ documentId: id }))
    .output(done.extend({ fields: z.array(z.enum(readFieldNames)) })),
  /** How far the reading is, at once and whenever that changes. */
  watch: procedure.output(eventIterator(readingState)),
  /** Stops the reading in the background, or lets it go on. */
  pause: procedure.input(z.object({ isPaused: z.boolean() })).output(readingState),
};

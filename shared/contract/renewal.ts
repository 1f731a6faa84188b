import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { platforms } from '#shared/domain/platform.ts';
import { paperUse } from './documents.ts';
import { procedure } from './errors.ts';
import { calendarDate, done, id, validUntil } from './values.ts';

/**
 * What becomes of the paper on a line when another takes its place: `replaced` while the application is open; `stays`
 * once it is closed, for that is what was handed in; `follows` where the paper itself has a new version.
 */
const useFates = ['replaced', 'follows', 'stays'] as const;

const touchedUse = paperUse.extend({ accountId: id, fate: z.enum(useFates) });
export type TouchedUse = z.infer<typeof touchedUse>;

/** An account that goes by the paper: it was used for it, or it is what says who the account's owner is. */
const touchedAccount = z.object({
  id,
  name: z.string(),
  platform: z.enum(platforms),
  certifiedUntilOn: calendarDate.nullable(),
  /** Whether the platform has to be told: the account is certified, and nothing under way brings the new paper there. */
  isToTell: z.boolean(),
});
export type TouchedAccount = z.infer<typeof touchedAccount>;

const paper = z.object({ id, title: z.string(), kind: z.enum(documentKinds), validUntil });

/** What of the client's own fields says the same as the old paper, and what it becomes. */
const touchedField = z.object({ field: z.literal('licenceUntil'), before: validUntil, after: validUntil });

const touches = z.object({
  old: paper,
  renewed: paper,
  /** Other papers of the client that may take its place: they end later, or came in later where an end is not known. The newest first. */
  candidates: z.array(paper),
  uses: z.array(touchedUse),
  accounts: z.array(touchedAccount),
  platforms: z.array(z.enum(platforms)),
  fields: z.array(touchedField),
});
export type Touches = z.infer<typeof touches>;

/** What a change has brought that may take the place of an older paper; the counts are those of `touches`. */
const offer = z.object({
  old: paper,
  /** The same id: the paper has a new version itself. */
  renewed: paper,
  clientName: z.string(),
  /** Lines of open checklists, accounts whose platform has to be told, and fields of the client that change. */
  useCount: z.int(),
  accountCount: z.int(),
  fieldCount: z.int(),
});
export type RenewalOffer = z.infer<typeof offer>;

const pair = {
  /** The paper that is renewed. */
  id,
  /** The paper that takes its place; left out, the paper has a new version itself. */
  by: id.optional(),
};

export const renewal = {
  /**
   * Everything that a renewed paper touches, and what would become of it. NOT_FOUND; RENEWAL_UNFIT where the other paper is
   * another client's or of another kind, or ends earlier.
   */
  touches: procedure.input(z.object(pair)).output(touches),
  /**
   * What there is to renew by the files that a change has stored, the one that touches most first; nothing is done by it. Empty
   * where the change is not known, has stored none, or touches nothing.
   */
  offers: procedure.input(z.object({ changeId: id })).output(z.object({ offers: z.array(offer) })),
  /**
   * Puts the new paper in the place of the old one on every checklist that is open, brings the client's fields up to
   * it, and with `dueOn` makes a task for each account whose platform has to be told; one change. Throws as `touches`.
   */
  replace: procedure.input(z.object({ ...pair, dueOn: calendarDate.nullable().default(null) })).output(
    done.extend({
      replacedCount: z.int(),
      fieldCount: z.int(),
      taskCount: z.int(),
    }),
  ),
};

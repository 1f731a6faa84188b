import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { differenceWeights } from '#shared/domain/paper-differences.ts';
import { platforms } from '#shared/domain/platform.ts';
import { statedFields } from '#shared/domain/stated-value.ts';
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
  /**
   * Whether the platform has to be told: the account is certified, nothing under way brings the new paper there, and no
   * task for it is open.
   */
  isToTell: z.boolean(),
  /** A task that says so is open already. */
  hasTask: z.boolean(),
});
export type TouchedAccount = z.infer<typeof touchedAccount>;

const paper = z.object({ id, title: z.string(), kind: z.enum(documentKinds), validUntil });

/** What of the client's own fields says the same as the old paper, and what it becomes. */
const touchedField = z.object({ field: z.literal('licenceUntil'), before: validUntil, after: validUntil });

/** A value of the new paper that is not what the client's data say, and what that means. */
const difference = z.object({
  field: z.enum(statedFields),
  says: z.string(),
  known: z.string(),
  weight: z.enum(differenceWeights),
});
export type RenewalDifference = z.infer<typeof difference>;

/**
 * The new paper held against the client. `none`: its kind can't be read. `waiting`: what it says is not all known yet.
 * `unreadable`: it can't be read, so that only what was noted of it counts.
 */
const paperCheck = z.object({
  state: z.enum(['none', 'waiting', 'unreadable', 'read']),
  /** The versions of it that nobody has read yet. */
  waiting: z.array(id),
  /** How many things it says that the client's data say too. */
  comparedCount: z.int(),
  /** A conflict among them is refused unless the caller is sure. */
  differences: z.array(difference),
});
export type PaperCheck = z.infer<typeof paperCheck>;

const touches = z.object({
  old: paper,
  renewed: paper,
  /** The other one has taken its place before. */
  isReplaced: z.boolean(),
  check: paperCheck,
  /**
   * Other papers of the client that may take its place: they end later, begin, were issued or came in later, and nothing has
   * taken theirs. None once the paper itself was replaced, unless it is in use again. The newest first.
   */
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
  check: paperCheck,
});
export type RenewalOffer = z.infer<typeof offer>;

/** A paper that was read after it had taken the place of another, and is not the client's. */
const contradiction = z.object({
  old: paper,
  renewed: paper,
  clientName: z.string(),
  /** The replacement, to be taken back. */
  changeId: id.nullable(),
  differences: z.array(difference),
});
export type Contradiction = z.infer<typeof contradiction>;

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
   * it, notes that it has taken its place, and with `dueOn` makes a task for each account whose platform has to be told;
   * one change. Throws as `touches`; RENEWAL_CONTRADICTED where the new paper is another body's or person's by what is known
   * of it, unless `sure`.
   */
  replace: procedure
    .input(
      z.object({ ...pair, dueOn: calendarDate.nullable().default(null), sure: z.boolean().default(false) }),
    )
    .output(
      done.extend({
        replacedCount: z.int(),
        fieldCount: z.int(),
        taskCount: z.int(),
      }),
    ),
  /** Tells of each paper that turns out to be another's once it is read, after it has taken the place of one. */
  contradictions: procedure.output(eventIterator(contradiction)),
};

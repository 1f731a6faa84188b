import { z } from 'zod';
import { procedure } from './errors.ts';

/** Names a form and what it is about, such as `client.new` or `note.CLIENT`. */
const form = z.string().min(1).max(300);

/** What is being typed, kept on this computer until it is saved or given up: no data of the firm, in no history. */
export const drafts = {
  /** The values of the form as its page wrote them; null where nothing is kept. */
  get: procedure.input(z.object({ form })).output(z.object({ text: z.string().nullable() })),
  /** Null forgets it. */
  keep: procedure.input(z.object({ form, text: z.string().max(100_000).nullable() })).output(z.object({})),
};

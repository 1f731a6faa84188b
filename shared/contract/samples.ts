import { z } from 'zod';
import { procedure } from './errors.ts';
import { done } from './values.ts';

const count = z.object({ clientCount: z.int() });

/** Constructed clients to look around with; they can be taken away in one step. */
export const samples = {
  get: procedure.output(count),
  add: procedure.output(count),
  remove: procedure.output(done),
};

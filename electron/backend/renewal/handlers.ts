import type { Backend } from '#backend/backend.ts';
import { undisturbed } from '#backend/in-turns.ts';
import type { Implementer } from '#backend/serve.ts';
import { watchContradictions } from './contradictions.ts';
import { offersOf } from './offers.ts';
import { replacePaper } from './replace.ts';
import { touchesOf } from './touches.ts';

export const renewalHandlers = (os: Implementer, backend: Backend) => ({
  touches: os.renewal.touches.handler(({ input }) => touchesOf(backend, input.id, input.by)),
  offers: os.renewal.offers.handler(async ({ input, signal }) => ({
    offers: await undisturbed(backend, () => offersOf(backend, input.changeId), signal),
  })),
  replace: os.renewal.replace.handler(({ input }) => replacePaper(backend, input)),
  contradictions: os.renewal.contradictions.handler(({ signal }) => watchContradictions(backend, signal)),
});

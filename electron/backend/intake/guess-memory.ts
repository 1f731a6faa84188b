import { createHash } from 'node:crypto';
import type { Backend } from '#backend/backend.ts';
import type { Guesses } from './guess.ts';

/** Far more than a tray holds: when it is full, all is guessed anew. */
const rememberedAtMost = 20_000;

const memories = new WeakMap<Backend['db'], Map<string, Guesses>>();

const guessedBy: ReadonlySet<string> = new Set(['clients', 'contacts', 'client_contacts']);

/** What was guessed of these words since a client or one of its people was last changed, else what `guess` says. */
export function rememberedGuess(
  backend: Pick<Backend, 'db' | 'changes'>,
  words: readonly string[],
  guess: () => Guesses,
): Guesses {
  const memory = memoryOf(backend);
  const key = createHash('sha256').update(JSON.stringify(words)).digest('base64');
  const known = memory.get(key) ?? guess();
  if (memory.size >= rememberedAtMost) memory.clear();
  memory.set(key, known);
  return known;
}

function memoryOf({ db, changes }: Pick<Backend, 'db' | 'changes'>): Map<string, Guesses> {
  const known = memories.get(db);
  if (known !== undefined) return known;
  const made = new Map<string, Guesses>();
  memories.set(db, made);
  changes.onCommit((rows) => {
    if (rows.some(({ table }) => guessedBy.has(table))) made.clear();
  });
  return made;
}

/** A file as a look at its folder finds it. */
export interface SeenFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly changedAtMs: number;
}

/** A file that looks the same since a moment. */
export interface Sighting extends SeenFile {
  readonly sinceMs: number;
}

/** A file that has not changed for so long is whole: who writes it has come to an end. */
export const stillMs = 5000;

interface Looked {
  /** What the next look begins from, by name. */
  readonly sightings: ReadonlyMap<string, Sighting>;
  readonly still: readonly SeenFile[];
  /** When the next of the others will be still, if it does not change; null where none is waited for. */
  readonly nextAtMs: number | null;
}

/** Which of the files have neither size nor moment of change altered for `stillMs`. */
export function lookAtFiles(
  before: ReadonlyMap<string, Sighting>,
  seen: readonly SeenFile[],
  nowMs: number,
): Looked {
  const sightings = new Map(seen.map((file) => [file.name, sightingOf(before.get(file.name), file, nowMs)]));
  const all = [...sightings.values()];
  const waiting = all.filter(({ sinceMs }) => nowMs - sinceMs < stillMs);
  return {
    sightings,
    still: all.filter(({ sinceMs }) => nowMs - sinceMs >= stillMs),
    nextAtMs: waiting.length === 0 ? null : Math.min(...waiting.map(({ sinceMs }) => sinceMs + stillMs)),
  };
}

/** A clock that was set back begins anew: a file must not wait until it has caught up. */
function sightingOf(before: Sighting | undefined, file: SeenFile, nowMs: number): Sighting {
  const isSame = before !== undefined && isSameFile(before, file) && before.sinceMs <= nowMs;
  return { ...file, sinceMs: isSame ? before.sinceMs : nowMs };
}

export const isSameFile = (a: SeenFile, b: SeenFile): boolean =>
  a.name === b.name && a.sizeBytes === b.sizeBytes && a.changedAtMs === b.changedAtMs;

import type { Tone } from '#shared/domain/tone.ts';

/** What a colour means. Red, amber and green only ever mean a status; info is ours: in progress, open, renewable. */
export type { Tone };

/** For SVG fills; elsewhere the class `cf-danger` and its like do it. */
export const toneColour = (tone: Tone): string => `var(--cf-${tone})`;

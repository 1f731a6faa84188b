import type { ComponentType } from 'react';

/** An icon of the Tabler set, or one that takes the same properties. Stroke 1.75 at 16 and 14 px. */
export type Icon = ComponentType<{
  readonly size?: number | string;
  readonly stroke?: number | string;
  readonly className?: string;
  readonly 'aria-hidden'?: boolean;
}>;

export const iconStroke = 1.75;

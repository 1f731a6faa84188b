import type { ReactNode } from 'react';
import type { Icon } from '../icon.ts';

/** One line of the side bar. With `href` it is a link, else a button. */
export type NavEntry = {
  readonly id: string;
  readonly label: string;
  /** Views have none: a small square stands for it. */
  readonly Icon?: Icon;
  readonly count?: ReactNode;
  readonly href?: string;
  readonly onClick?: () => void;
  /** The place that is shown. */
  readonly active?: boolean;
  /** A view of this place is shown. */
  readonly parent?: boolean;
  /** Takes dropped files, as the intake tray does. */
  readonly onFiles?: (files: readonly File[]) => void;
};

/** A group as its heading says it. */
export type ShownGroup = {
  readonly key: string;
  readonly title: string;
  /** Its rows, whether they are shown or not. */
  readonly count: number;
  /** The count in words. */
  readonly countWords: string;
  /** What the foot of the list says of all of it. */
  readonly figures: readonly string[];
  readonly isOpen: boolean;
};

/** By what the rows of a table are put together. */
export type TableGroups = {
  readonly list: readonly ShownGroup[];
  readonly onFold: (key: string, isOpen: boolean) => void;
};

/** How groups are chosen as a whole. */
export type GroupChoice = {
  /** How many rows of a group are chosen. */
  readonly countOf: (key: string) => number;
  /** The ids of all its rows, also of those that have not come or are collapsed; undefined when they can't be had. */
  readonly idsOf: (key: string) => Promise<readonly string[] | undefined>;
  /** Names the filter of the list; an answer to another one's question is not heard. */
  readonly filterKey: string;
};

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

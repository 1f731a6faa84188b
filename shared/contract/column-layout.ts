import { z } from 'zod';

/** Narrower than this, in px, no column can be made. */
export const minColumnWidth = 48;
/** Wider than a large screen, in px: more is a mistake. */
export const maxColumnWidth = 2400;

/** How the columns of a table were arranged: only what was changed by hand; of the rest the table decides. */
export const columnLayout = z.object({
  /** Ids in their order; empty: the table's own. */
  order: z.array(z.string()),
  /** Of each column that was ticked or cleared, which of the two. */
  shown: z.record(z.string(), z.boolean()),
  /** In px. */
  widths: z.record(z.string(), z.number().min(minColumnWidth).max(maxColumnWidth)),
});
export type ColumnLayout = z.infer<typeof columnLayout>;

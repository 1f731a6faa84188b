import { z } from 'zod';

/** By what the rows of each list can be put together. */
export const clientGroups = ['consultant', 'certified', 'entityType', 'serviceStatus', 'returned'] as const;
export const accountGroups = ['platform', 'kind', 'consultant', 'certified', 'underWay'] as const;
export const applicationGroups = ['stage', 'consultant', 'platform', 'kind'] as const;

export type ClientGroup = (typeof clientGroups)[number];
export type AccountGroup = (typeof accountGroups)[number];
export type ApplicationGroup = (typeof applicationGroups)[number];

/** How long a certification lasts from today; `soon`: up to the 90 days in which most firms prepare the next one. */
export const certifiedStates = ['expired', 'soon', 'later', 'none'] as const;
export const certifiedSoonDays = 90;

/** A list in groups: in their order, and in each the rows in the order of the list. Rows of collapsed groups are left out. */
export const groupedBy = <By extends string>(by: readonly By[]) =>
  z
    .object({
      by: z.enum(by),
      /** The keys of the groups of which the heading alone is wanted; one that there is not is passed over. */
      collapsed: z.array(z.string().max(100)).max(1000).default([]),
    })
    .optional();

/** One group of what a filter holds. */
export const oneGroup = <By extends string>(by: readonly By[]) => ({
  by: z.enum(by),
  key: z.string().max(100),
});

/** How many of some rows each group has; groups that have none of them are left out. */
export const groupCounts = z.array(z.object({ key: z.string(), count: z.int() }));
export type GroupCounts = z.infer<typeof groupCounts>;

/** What a page of a list in groups says beside its rows; left out by one that is not. `totals` are counted for each group. */
export const groupedRows = <By extends string, Totals extends z.ZodRawShape>(
  by: readonly By[],
  totals: Totals,
) =>
  z
    .object({
      by: z.enum(by),
      /** The rows of all groups that are not collapsed: how long the list is. */
      shown: z.int(),
      /** The groups that have rows, in their order. */
      heads: z.array(
        z.object({
          /** A value of the vocabulary, a person's id or `nobody`, `yes` or `no`. */
          key: z.string(),
          /** Of a person. */
          name: z.string().nullable(),
          /** Its rows are left out of the list. */
          isCollapsed: z.boolean(),
          ...totals,
        }),
      ),
    })
    .optional();

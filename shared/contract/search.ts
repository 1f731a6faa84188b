import { z } from 'zod';
import { procedure } from './errors.ts';
import { id } from './values.ts';

export const searchKinds = ['client', 'contact', 'account', 'application', 'document', 'note'] as const;

/** Where in the files of a paper a text stands: the page, from 1, and whether that file is the present one or was replaced. */
export const placeInFile = z.object({ page: z.int().min(1), isCurrent: z.boolean() });

export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id,
  /** The client whose page shows the hit; for an account, an application or a paper the page of its own is opened. */
  clientId: id.nullable(),
  title: z.string(),
  /** What it was found by, when its title does not show that, what else it is known by, and whose it is. */
  detail: z.string(),
  /** Where what it was found by stands, when that is the text of a file of the paper. */
  inFile: placeInFile.optional(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const search = {
  /**
   * Anything by one or more characters, pinyin initials, or part of a code; papers by the text of their files too, by
   * its characters. `total` counts all hits of each kind.
   */
  query: procedure
    .input(
      z.object({
        text: z.string().max(200),
        kinds: z.array(z.enum(searchKinds)).optional(),
        limitPerKind: z.int().min(1).max(1000).default(6),
      }),
    )
    .output(
      z.object({
        groups: z.array(z.object({ kind: z.enum(searchKinds), total: z.int(), hits: z.array(searchHit) })),
      }),
    ),
};

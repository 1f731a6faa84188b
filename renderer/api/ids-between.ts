interface Page {
  readonly rows: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

interface Start {
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

const pageSize = 500;

/** The ids of the rows of a list from one place to another, both included, read page by page. */
export async function idsBetween(
  read: (start: Start) => Promise<Page>,
  first: number,
  last: number,
): Promise<string[]> {
  const ids: string[] = [];
  const count = last - first + 1;
  let after: string | null = null;
  while (ids.length < count) {
    const limit = Math.min(pageSize, count - ids.length);
    const page: Page = await read({ after, skip: after === null ? first : 0, limit });
    ids.push(...page.rows.map(({ id }) => id));
    if (page.nextCursor === null) break;
    after = page.nextCursor;
  }
  return ids;
}

interface Page<Row> {
  readonly rows: readonly Row[];
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
  read: (start: Start) => Promise<Page<{ readonly id: string }>>,
  first: number,
  last: number,
): Promise<string[]> {
  return (await rowsBetween(read, first, last)).map(({ id }) => id);
}

/** As `idsBetween`, the rows themselves; fewer where the list ends before. */
export async function rowsBetween<Row>(
  read: (start: Start) => Promise<Page<Row>>,
  first: number,
  last: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  const count = last - first + 1;
  let after: string | null = null;
  while (rows.length < count) {
    const limit = Math.min(pageSize, count - rows.length);
    const page: Page<Row> = await read({ after, skip: after === null ? first : 0, limit });
    rows.push(...page.rows);
    if (page.nextCursor === null) break;
    after = page.nextCursor;
  }
  return rows;
}

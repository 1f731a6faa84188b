import { AppError } from '#shared/contract/errors.ts';

/** The last row of a page: what it was sorted by, and its id. */
export interface PageKey {
  readonly value: string | number;
  readonly id: string;
}

/** `limit` rows, beginning `skip` rows behind the key, or behind the beginning. */
export interface RowRange {
  readonly after: PageKey | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** A page's end as the caller hands it back for the next one. */
export function cursorOf({ value, id }: PageKey): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function pageKeyOf(cursor: string): PageKey {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'string')
      return { value, id };
  } catch {
    // Refused below like any other text.
  }
  throw new AppError('NOT_FOUND', { what: 'cursor', id: cursor });
}

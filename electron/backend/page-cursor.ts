import { AppError } from '#shared/contract/errors.ts';

/** The last row of a page: what it was sorted by, its id, and its group in a list that is put together by groups. */
export interface PageKey {
  readonly value: string | number;
  readonly id: string;
  readonly group?: string | undefined;
}

/** `limit` rows, beginning `skip` rows behind the key, or behind the beginning. */
export interface RowRange {
  readonly after: PageKey | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** A page's end as the caller hands it back for the next one. */
export function cursorOf({ value, id, group }: PageKey): string {
  const key = group === undefined ? [value, id] : [value, id, group];
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Throws AppError NOT_FOUND for a cursor that is not one of ours. */
export function pageKeyOf(cursor: string): PageKey {
  try {
    const [value, id, group] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isKey = (typeof value === 'string' || typeof value === 'number') && typeof id === 'string';
    if (isKey && (group === undefined || typeof group === 'string')) return { value, id, group };
  } catch {
    // Refused below like any other text.
  }
  throw new AppError('NOT_FOUND', { what: 'cursor', id: cursor });
}

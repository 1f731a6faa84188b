import type { DocumentRow } from '#shared/contract/documents.ts';

/** The paper that ends first on top; those without a known end behind every date, those without any last. */
export function byEnd(a: DocumentRow, b: DocumentRow): number {
  const end = ({ validUntil }: DocumentRow): string =>
    validUntil === null ? '9998' : validUntil === 'forever' ? '9999' : validUntil;
  return end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : b.createdAtMs - a.createdAtMs;
}

import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';

/** An item as the rules look at it. */
export const itemFacts = ({ requirement, documents }: ApplicationItem): PreCheckFacts['items'][number] => ({
  ...requirement,
  documentIds: documents.map(({ id }) => id),
});

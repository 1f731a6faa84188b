import { useCallback } from 'react';
import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useCase } from './case-context.tsx';
import { focusItem } from './focus-item.ts';

/** A paper of the client, whether it was put to an item or not. */
export function paperById(
  { items, otherDocuments }: ApplicationDetails,
  documentId: string,
): DocumentRow | undefined {
  const all = [...items.flatMap(({ documents }) => documents), ...otherDocuments];
  return all.find(({ id }) => id === documentId);
}

/** Leads to a paper: to its item in the checklist, else to the client, where every paper is. */
export function useShowPaper(): (documentId: string) => void {
  const { details } = useCase();
  return useCallback(
    (documentId) => {
      const item = details.items.find(({ documents }) => documents.some(({ id }) => id === documentId));
      if (item === undefined) navigateTo(paths.client(details.client.id));
      else focusItem(item.id);
    },
    [details],
  );
}

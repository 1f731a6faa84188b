import type { PaperUse } from '#shared/contract/documents.ts';
import type { Backend } from '#backend/backend.ts';
import { categorySummary } from './category-checklist.ts';
import { readChecklists } from './checklist.ts';
import { applicationsUsing } from './queries.ts';

/** The lines of checklists that a paper stands on, by application, the one opened last first; in the order of the lines. */
export function usesOfPaper(backend: Backend, documentId: string): PaperUse[] {
  const records = applicationsUsing(backend.db, documentId);
  const checklists = readChecklists(backend, records);
  return records.flatMap((record) =>
    (checklists.get(record.id) ?? [])
      .filter(({ documents }) => documents.some(({ id }) => id === documentId))
      .map(({ id, requirement }) => ({
        applicationId: record.id,
        applicationNumber: record.number,
        itemId: id,
        itemTitle: requirement.title,
        accountName: record.account_name,
        platform: record.platform,
        kind: record.kind,
        category: categorySummary(backend, record),
        stage: record.stage,
      })),
  );
}

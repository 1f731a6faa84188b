import type { UploadProfile } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { readChecklists } from './checklist.ts';
import { packOfApplication } from './pack-of.ts';
import { applicationsUsing } from './queries.ts';

/** An open application that a paper is handed in for, and what its platform wants of the picture. */
export interface UploadOfPaper {
  readonly applicationId: string;
  readonly number: string;
  readonly accountName: string;
  readonly profile: UploadProfile;
}

/** Where a paper is handed in, one for each application and profile, the application opened last first. */
export function uploadsOfPaper(backend: Backend, documentId: string): UploadOfPaper[] {
  const records = applicationsUsing(backend.db, documentId).filter(
    ({ closed_at_ms: closedAtMs }) => closedAtMs === null,
  );
  const checklists = readChecklists(backend, records);
  return records.flatMap((record) => {
    const { pack } = packOfApplication(backend, record);
    const own = (checklists.get(record.id) ?? [])
      .filter(({ documents }) => documents.some(({ id }) => id === documentId))
      .map(({ requirement }) => requirement.uploadProfileId);
    return pack.uploadProfiles
      .filter(({ id }) => own.includes(id))
      .map((profile) => ({
        applicationId: record.id,
        number: record.number,
        accountName: record.account_name,
        profile,
      }));
  });
}

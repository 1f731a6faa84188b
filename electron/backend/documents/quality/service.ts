import type { Quality } from '#shared/contract/quality.ts';
import { AppError } from '#shared/contract/errors.ts';
import { qualityFindings } from '#shared/domain/quality-finding.ts';
import { uploadAskOf, uploadFaults } from '#shared/domain/upload-ask.ts';
import type { Backend } from '#backend/backend.ts';
import { uploadsOfPaper } from '#backend/applications/upload-asks.ts';
import { findDocument } from '#backend/documents/queries.ts';
import { announce } from '#backend/system/announcements.ts';
import { isBeingMeasured, measureFile } from './measure-file.ts';
import * as queries from './queries.ts';

/**
 * What one version of a paper looks like, and what is wrong with it where it is handed in; with `now` it is measured at once
 * where nobody has. Throws AppError NOT_FOUND (the version, or its file), CANCELLED.
 */
export async function qualityOfVersion(
  backend: Backend,
  { versionId, now }: { readonly versionId: string; readonly now: boolean },
  signal?: AbortSignal,
): Promise<Quality> {
  const version = requireVersion(backend, versionId);
  const { sha256 } = version;
  const isKnown = queries.measuresOfFile(backend.db, sha256).length > 0;
  if (now && (!isKnown || isBeingMeasured(backend, sha256))) {
    await measureFile(backend, version, signal);
    announce(backend, ['page_measures']);
  }
  return qualityOf(backend, version);
}

/** Throws AppError NOT_FOUND. */
export function requireVersion({ db }: Backend, versionId: string): queries.MeasuredVersion {
  const version = queries.findVersion(db, versionId);
  if (version === undefined) throw new AppError('NOT_FOUND', { what: 'document_versions', id: versionId });
  return version;
}

function qualityOf(backend: Backend, version: queries.MeasuredVersion): Quality {
  const pages = queries.measuresOfFile(backend.db, version.sha256);
  if (pages.length === 0 || isBeingMeasured(backend, version.sha256)) return { state: 'waiting' };
  const measured = pages.flatMap(({ pageNo, measures }) =>
    measures === null ? [] : [{ pageNo, ...measures }],
  );
  const [first] = pages;
  if (measured.length === 0) return { state: 'unreadable', fault: first?.fault ?? 'unfinished' };
  const { ask, uploads } = uploadOf(backend, version);
  const kind = findDocument(backend.db, version.document_id)?.kind ?? 'other';
  const about = { kind, part: version.part, wantsColour: ask.wantsColour };
  const findings = measured.flatMap((page) => qualityFindings(page, page.pageNo, about));
  return {
    state: 'measured',
    pages: measured.map((page) => ({
      ...page,
      blurred: [...page.blurred],
      glared: [...page.glared],
      cutSides: [...page.cutSides],
      cut: [...page.cut],
      seals: [...page.seals],
    })),
    findings: findings.map((finding) => ({ ...finding, boxes: [...finding.boxes] })),
    upload: {
      ask: { ...ask, formats: [...ask.formats] },
      uses: uploads.map(({ applicationId, number, accountName, profile }) => ({
        applicationId,
        applicationNumber: number,
        accountName,
        profileId: profile.id,
        title: profile.title,
      })),
      faults: uploadFaults(
        {
          mediaType: version.media_type,
          sizeBytes: version.size_bytes,
          widthPx: version.width_px,
          heightPx: version.height_px,
        },
        ask,
      ),
    },
  };
}

/** What is asked of the picture where the paper is handed in; with `applicationId` of that application alone. */
export function uploadOf(
  backend: Backend,
  { document_id: documentId }: queries.MeasuredVersion,
  applicationId?: string,
) {
  const all = uploadsOfPaper(backend, documentId);
  const uploads =
    applicationId === undefined ? all : all.filter((upload) => upload.applicationId === applicationId);
  return { uploads, ask: uploadAskOf(uploads.map(({ profile }) => profile)) };
}

import type { DocumentRow } from '#shared/contract/documents.ts';
import type { PictureFault } from '#shared/domain/pre-check-facts.ts';
import { qualityFindings } from '#shared/domain/quality-finding.ts';
import type { QualityKind } from '#shared/domain/quality-finding.ts';
import type { Backend } from '#backend/backend.ts';
import * as queries from './queries.ts';

/** What is wrong with the pictures of files, by the version that has them. */
export type PictureFaults = ReadonlyMap<string, readonly PictureFault[]>;

/**
 * What is wrong with the newest files of papers where colour and a seal are asked for, with one query however many there are. A
 * file that nobody has measured, or in which all is well, is left out.
 */
export function pictureFaults({ db }: Pick<Backend, 'db'>, papers: readonly DocumentRow[]): PictureFaults {
  const files = papers.flatMap(({ kind, current }) => current.map((version) => ({ kind, version })));
  const hashes = files.map(({ version }) => version.sha256);
  const pages = new Map<string, ReturnType<typeof queries.measuresOfFiles>>();
  for (const page of queries.measuresOfFiles(db, hashes))
    pages.set(page.sha256, [...(pages.get(page.sha256) ?? []), page]);
  return new Map(
    files.flatMap(({ kind, version: { id, sha256, part } }) => {
      const about = { kind, part, wantsColour: true };
      const found = (pages.get(sha256) ?? []).flatMap(({ pageNo, measures }) =>
        qualityFindings(measures, pageNo, about).map((finding) => ({ kind: finding.kind, pageNo })),
      );
      return found.length === 0 ? [] : [[id, found] as const];
    }),
  );
}

/** What is wrong with the pictures of a file, by page; a page that nobody has measured is left out. Colour and seals are no matter yet. */
export type FaultsOfPages = ReadonlyMap<string, readonly QualityKind[]>;

export const pageKey = (sha256: string, pageNo: number): string => `${sha256} ${pageNo}`;

export function faultsOfPages({ db }: Pick<Backend, 'db'>, hashes: readonly string[]): FaultsOfPages {
  const about = { kind: 'other', part: 'whole', wantsColour: false } as const;
  return new Map(
    queries
      .measuresOfFiles(db, [...new Set(hashes)])
      .map(({ sha256, pageNo, measures }) => [
        pageKey(sha256, pageNo),
        qualityFindings(measures, pageNo, about).map(({ kind }) => kind),
      ]),
  );
}

import { useMemo } from 'react';
import type { Reading } from '#shared/contract/reading.ts';
import { hasText } from '#renderer/components/scan/find-in-runs.ts';
import { runsOfLines } from '#renderer/components/scan/read-runs.ts';
import type { PageSize } from '#renderer/components/scan/page-box.ts';
import type { TextRun } from '#renderer/components/scan/text-runs.ts';
import type { OpenPane } from './use-pane.ts';

/** The text of a file, page by page. */
export interface TextSource {
  readonly pageCount: number;
  /** Of a page, from 1; asked for once. */
  readonly read: (no: number) => Promise<readonly TextRun[]>;
}

/**
 * The text layer of a PDF, and for a page without one, as for a picture, what was read off it. Null while a file is not open,
 * and for a picture that nobody has read.
 */
export function useTextSource({ scan }: OpenPane, reading: Reading | undefined): TextSource | null {
  const pdf = scan.state === 'pdf' ? scan.pdf : null;
  const picture = scan.state === 'picture' ? scan.pages[0] : null;
  return useMemo(() => {
    const readOff = (no: number, size: PageSize): readonly TextRun[] => {
      const page = pageOf(reading, no);
      return page === undefined
        ? []
        : runsOfLines(page.lines, { width: page.widthPx, height: page.heightPx }, size);
    };
    if (pdf !== null)
      return keptSource(pdf.pageCount, async (no) => {
        const page = await pdf.page(no);
        const runs = await page.text();
        return hasText(runs) ? runs : readOff(no, page.size);
      });
    if (picture === null || reading?.state !== 'read') return null;
    return keptSource(1, (no) => Promise.resolve(readOff(no, picture)));
  }, [pdf, picture, reading]);
}

const pageOf = (reading: Reading | undefined, no: number) =>
  reading?.state === 'read' ? reading.pages.find(({ pageNo }) => pageNo === no) : undefined;

function keptSource(pageCount: number, ask: TextSource['read']): TextSource {
  const kept = new Map<number, readonly TextRun[]>();
  return {
    pageCount,
    async read(no) {
      const runs = kept.get(no) ?? (await ask(no));
      kept.set(no, runs);
      return runs;
    },
  };
}

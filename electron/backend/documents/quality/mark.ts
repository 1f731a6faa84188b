import { isAppError } from '#shared/contract/errors.ts';
import type { CopyMark } from '#shared/contract/hand-outs.ts';
import type { TextBox } from '#shared/domain/text-box.ts';
import type { Backend } from '#backend/backend.ts';
import { readingOfVersion } from '#backend/documents/reading/service.ts';
import type { PictureMark } from '#backend/jobs/file-jobs.ts';

type Marks = (pageNo: number) => PictureMark;

/**
 * The mark as it may be drawn on each page of a version: with the lines and fields that it has to stay off. What nobody has read
 * yet is read first; of a page that could not be read no place is known to be free. Throws AppError NOT_FOUND, CANCELLED.
 */
export async function marksOn(
  backend: Backend,
  versionId: string,
  { words, at }: CopyMark,
  signal?: AbortSignal,
): Promise<Marks> {
  if (at === 'below') return () => ({ words, at });
  const reading = await readingOfVersion(backend, { versionId, now: true }, signal).catch(
    (error: unknown) => {
      // A computer that can't read has no place on a page that is known to be free.
      if (isAppError(error) || signal?.aborted === true) throw error;
      console.error('reading for a mark:', error);
      return undefined;
    },
  );
  if (reading?.state !== 'read') return () => ({ words, at });
  return (pageNo) => {
    const page = reading.pages.find((each) => each.pageNo === pageNo);
    if (page?.fault !== null) return { words, at };
    const fields = reading.fields.filter((field) => field.pageNo === pageNo);
    const boxes = [...page.lines, ...fields].map(({ box }) => inShares(box, page));
    return { words, at, keepOff: boxes };
  };
}

function inShares(
  [a, b, c, d]: TextBox,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): TextBox {
  const share = ([x, y]: TextBox[number]): TextBox[number] => [x / widthPx, y / heightPx];
  return [share(a), share(b), share(c), share(d)];
}

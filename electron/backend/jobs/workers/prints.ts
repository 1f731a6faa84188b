import { printHeight, printOf, printWidth } from '#shared/domain/page-print.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AcceptedMediaType, PrintedPage } from '#backend/jobs/file-jobs.ts';
import { firstLine, loadSharp } from './image.ts';
import { countImagePages, imagePicture } from './picture.ts';

/** A page as small as it can be for a word on it to leave a trace. */
const smallPx = 600;
/** So much darker than the paper a place is inked; shadows of the sheet are less. */
const darkerBy = 48;

/** What each page looks like, the first `limit` of them. Throws AppError FILE_DAMAGED, FILE_ENCRYPTED. */
export async function printPages(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: AcceptedMediaType,
  limit: number,
): Promise<PrintedPage[]> {
  const sharp = await loadSharp();
  if (mediaType === 'application/pdf') {
    const { drawPages } = await import('./pdf.ts');
    return drawPages(bytes, { longSidePx: smallPx, limit }, ({ data, width, height }) =>
      printed(sharp(data, { raw: { width, height, channels: 4 } })),
    );
  }
  const pages: PrintedPage[] = [];
  const count = await countImagePages(bytes, mediaType);
  for (let pageNo = 1; pageNo <= Math.min(count, limit); pageNo += 1)
    pages.push(await printed(await imagePicture({ bytes, mediaType, pageNo })));
  return pages;
}

type Picture = Awaited<ReturnType<typeof imagePicture>>;

async function printed(picture: Picture): Promise<PrintedPage> {
  try {
    const grey = picture.flatten({ background: '#ffffff' }).greyscale();
    const places = await grey
      .clone()
      .resize(smallPx, smallPx, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer();
    const print = await grey
      .clone()
      .resize(printWidth, printHeight, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer();
    return { print: printOf(print), ink: inkOf(places) };
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name: '', detail: firstLine(error) }, { cause: error });
  }
}

/** How much is darker than the paper, which is what most of the page is, in hundred-thousandths. */
function inkOf(places: Uint8Array): number {
  const paper = places.toSorted()[places.length >> 1] ?? 255;
  const inked = places.reduce((count, value) => count + (value < paper - darkerBy ? 1 : 0), 0);
  return Math.round((inked / places.length) * 100_000);
}

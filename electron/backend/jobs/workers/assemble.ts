import type { PDFDocument } from '@cantoo/pdf-lib';
import { AppError } from '#shared/contract/errors.ts';
import type { AssembledPage, PageSource } from '#backend/jobs/file-jobs.ts';
import { firstLine } from './image.ts';
import { imagePicture } from './picture.ts';

/** A picture that does not tell its resolution is taken for a scan of so many dots an inch. */
const assumedDpi = 200;
const pointsPerInch = 72;

/**
 * One file of these pages in their order: a PDF, or of a single picture that picture, turned. Pages of a PDF are taken
 * over as they are, pictures without another loss than what turning a JPEG costs. Throws AppError FILE_DAMAGED.
 */
export async function assemblePages(
  sources: readonly PageSource[],
  pages: readonly AssembledPage[],
): Promise<Uint8Array<ArrayBuffer>> {
  const [only, ...others] = pages;
  const source = only && sources[only.source];
  if (only && source && others.length === 0 && source.mediaType !== 'application/pdf')
    return turnedPicture(source, only);
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const target = await PDFDocument.create();
  const opened = new Map<number, PDFDocument>();
  for (const page of pages) {
    const from = sources[page.source];
    if (from === undefined) continue;
    if (from.mediaType === 'application/pdf') {
      const document = opened.get(page.source) ?? (await openPdf(from));
      opened.set(page.source, document);
      await copyPage(target, document, page, from.name);
    } else await drawPage(target, from, page);
  }
  return new Uint8Array(await target.save());
}

async function openPdf({ bytes, name }: PageSource): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}

async function copyPage(
  target: PDFDocument,
  source: PDFDocument,
  { pageNo, turn }: AssembledPage,
  name: string,
): Promise<void> {
  const { degrees } = await import('@cantoo/pdf-lib');
  try {
    const [copy] = await target.copyPages(source, [pageNo - 1]);
    if (copy === undefined) return;
    target.addPage(copy);
    if (turn !== 0) copy.setRotation(degrees((copy.getRotation().angle + turn) % 360));
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}

/** A picture as a page of its own size. */
async function drawPage(target: PDFDocument, source: PageSource, page: AssembledPage): Promise<void> {
  const bytes = await turnedPicture(source, page);
  const isJpeg = bytes[0] === 0xff;
  const image = await (isJpeg ? target.embedJpg(bytes) : target.embedPng(bytes));
  const scale = pointsPerInch / assumedDpi;
  const [width, height] = [image.width * scale, image.height * scale];
  target.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
}

/** Upright and turned; what needs no turning and can stand in a PDF keeps its bytes. Anything but a JPEG becomes a PNG. */
async function turnedPicture(
  { bytes, mediaType, name }: PageSource,
  { pageNo, turn }: AssembledPage,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const picture = await imagePicture({ bytes, mediaType, pageNo });
    const { orientation = 1 } = await picture.metadata();
    const stays = turn === 0 && orientation === 1;
    if (stays && (mediaType === 'image/jpeg' || mediaType === 'image/png')) return bytes;
    // After `autoOrient` a further turn needs a picture of its own.
    const upright = await imagePicture({ bytes: await pngOf(picture), mediaType: 'image/png', pageNo: 1 });
    const turned = upright.rotate(turn);
    const made =
      mediaType === 'image/jpeg' ? turned.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : turned.png();
    return new Uint8Array(await made.toBuffer());
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}

const pngOf = async (picture: Awaited<ReturnType<typeof imagePicture>>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await picture.png({ compressionLevel: 1 }).toBuffer());

import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { AppError } from '#shared/contract/errors.ts';
import type { PageTurn } from '#shared/domain/tray-pages.ts';
import type { AssembledPage, PageSource } from '#backend/jobs/file-jobs.ts';
import { firstLine } from './image.ts';
import { isHeic } from './open-picture.ts';
import { imagePicture } from './picture.ts';

/** A picture that does not tell its resolution is taken for a scan of so many dots an inch. */
const assumedDpi = 200;
const pointsPerInch = 72;

/**
 * One file of these pages in their order: a PDF, or of a single picture that picture, turned. Pages of a PDF are taken
 * over as they are, pictures without another loss than what writing a photograph anew costs. Throws AppError FILE_DAMAGED, FILE_TOO_LARGE.
 */
export async function assemblePages(
  sources: readonly PageSource[],
  pages: readonly AssembledPage[],
  { limitBytes, isPdf = false }: { readonly limitBytes: number; readonly isPdf?: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const [only, ...others] = pages;
  const source = only && sources[only.source];
  if (only && source && others.length === 0 && source.mediaType !== 'application/pdf' && !isPdf)
    return turnedPicture(source, only);
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const target = await PDFDocument.create();
  const copies = await copiesOf(target, sources, pages);
  for (const page of pages) {
    const from = sources[page.source];
    if (from === undefined) continue;
    if (from.mediaType === 'application/pdf') await addCopy(target, copies.get(page), page.turn);
    else await drawPage(target, from, page);
  }
  const made = await target.save();
  if (made.length > limitBytes) throw tooLarge(sources, made.length, limitBytes);
  return new Uint8Array(made);
}

const tooLarge = ([first]: readonly PageSource[], sizeBytes: number, limitBytes: number) =>
  new AppError('FILE_TOO_LARGE', { name: first?.name ?? '', sizeBytes, limitBytes });

type Copies = ReadonlyMap<AssembledPage, PDFPage>;

/** All pages of a PDF are copied at once: what they share, such as fonts, comes along once and not with each of them. */
async function copiesOf(
  target: PDFDocument,
  sources: readonly PageSource[],
  pages: readonly AssembledPage[],
): Promise<Copies> {
  const copies = new Map<AssembledPage, PDFPage>();
  for (const [index, source] of sources.entries()) {
    const own = pages.filter((page) => page.source === index);
    if (source.mediaType !== 'application/pdf' || own.length === 0) continue;
    try {
      const made = await target.copyPages(
        await openPdf(source),
        own.map(({ pageNo }) => pageNo - 1),
      );
      own.forEach((page, at) => made[at] && copies.set(page, made[at]));
    } catch (error) {
      throw new AppError('FILE_DAMAGED', { name: source.name, detail: firstLine(error) }, { cause: error });
    }
  }
  return copies;
}

/** A PDF that only keeps others from changing it opens with no password, as every reader opens it. */
async function openPdf({ bytes }: PageSource): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(bytes, { updateMetadata: false, password: '' });
}

async function addCopy(target: PDFDocument, copy: PDFPage | undefined, turn: PageTurn): Promise<void> {
  const { degrees } = await import('@cantoo/pdf-lib');
  if (copy === undefined) return;
  target.addPage(copy);
  if (turn !== 0) copy.setRotation(degrees((copy.getRotation().angle + turn) % 360));
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

/**
 * Upright and turned; what needs no turning and can stand in a PDF keeps its bytes. A photograph becomes a JPEG, which loses
 * nothing that is seen and is a tenth of a PNG; anything else a PNG.
 */
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
    const isPhotograph = mediaType === 'image/jpeg' || isHeic(mediaType);
    const made = isPhotograph ? turned.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : turned.png();
    return new Uint8Array(await made.toBuffer());
  } catch (error) {
    throw new AppError('FILE_DAMAGED', { name, detail: firstLine(error) }, { cause: error });
  }
}

const pngOf = async (picture: Awaited<ReturnType<typeof imagePicture>>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await picture.png({ compressionLevel: 1 }).toBuffer());

import type { BackendClient } from '#renderer/api/connect.ts';
import { pictureAddress } from '#renderer/components/picture-address.ts';
import { turns } from '#renderer/components/scan/stage-layout.ts';
import type { Turn } from '#renderer/components/scan/stage-layout.ts';
import styles from './printed-paper.module.css';

interface PrintedFile {
  readonly documentId: string;
  readonly versionId: string;
  readonly turn: Turn;
}

/** '#/paper/<document>/<version>/<degrees>' */
export function paperInAddress(hash: string): PrintedFile | null {
  const [documentId, versionId, degrees] = (/^#\/paper\/([^/]+)\/([^/]+)\/(\d+)$/.exec(hash) ?? []).slice(1);
  const turn = turns.find((each) => String(each) === degrees);
  if (documentId === undefined || versionId === undefined || turn === undefined) return null;
  return { documentId: decodeURIComponent(documentId), versionId: decodeURIComponent(versionId), turn };
}

/** Dots for an inch of a PDF's page: what is read off a printed paper is not finer. */
const dotsPerInch = 200;
const pixelsPerInch = 96;

/** Draws one file of a paper, each of its pages on a page of its own, as large as fits. */
export async function printedPaper(
  root: HTMLElement,
  file: PrintedFile | null,
  backend: BackendClient,
): Promise<void> {
  if (file === null) throw new Error('no file is named');
  const paper = await backend.documents.get({ id: file.documentId });
  const version = paper.versions.find(({ id }) => id === file.versionId);
  if (version === undefined) throw new Error('the paper has no such version');
  document.title = version.originalName;
  if (version.mediaType === 'application/pdf') {
    const { openPdf } = await import('#renderer/components/scan/open-pdf.ts');
    const opened = await openPdf(version, () => undefined);
    if ('fault' in opened) throw new Error(opened.fault);
    const { pdf } = opened;
    for (let no = 1; no <= pdf.pageCount; no += 1) {
      const page = await pdf.page(no);
      const canvas = document.createElement('canvas');
      await page.draw(canvas, dotsPerInch / pixelsPerInch, 'print').done;
      page.release();
      root.append(sheetOf(await pictureOf(turnedCanvas(canvas, file.turn))));
    }
    pdf.close();
    return;
  }
  const picture = await loaded(pictureAddress(version.sha256, version.mediaType));
  root.append(
    sheetOf(file.turn === 0 ? picture : await pictureOf(turnedCanvas(asCanvas(picture), file.turn))),
  );
}

function asCanvas(picture: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas;
}

function turnedCanvas(drawn: HTMLCanvasElement, turn: Turn): HTMLCanvasElement {
  if (turn === 0) return drawn;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = turn === 180 ? [drawn.width, drawn.height] : [drawn.height, drawn.width];
  const context = canvas.getContext('2d');
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate((turn * Math.PI) / 180);
  context?.drawImage(drawn, -drawn.width / 2, -drawn.height / 2);
  drawn.width = 0;
  return canvas;
}

/** A compressed picture takes a part of what the pixels of a canvas do, which counts where a file has a hundred pages. */
async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  canvas.width = 0;
  if (blob === null) throw new Error('a page is too large to be printed');
  return loaded(URL.createObjectURL(blob));
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const picture = new Image();
  // A canvas that took a picture from elsewhere gives nothing out; the vault lets our pages have theirs.
  picture.crossOrigin = 'anonymous';
  // In a window that is not seen nothing is decoded before it is printed: that it has come is enough.
  await new Promise<void>((resolve, reject) => {
    picture.onload = () => resolve();
    picture.onerror = () => reject(new Error('a picture can not be shown'));
    picture.src = address;
  });
  return picture;
}

function sheetOf(picture: HTMLImageElement): HTMLElement {
  const sheet = document.createElement('figure');
  sheet.className = styles.sheet ?? '';
  sheet.dataset.wide = String(picture.naturalWidth > picture.naturalHeight);
  sheet.append(picture);
  return sheet;
}

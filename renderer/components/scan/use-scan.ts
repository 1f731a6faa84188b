import { useEffect, useState } from 'react';
import { pictureAddress } from '../picture-address.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageSize } from './page-box.ts';
import { pictureFault } from './scan-fault.ts';
import type { ScanFault } from './scan-fault.ts';

/** A kept file as it is shown. */
export interface ScanFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly originalName: string;
}

export type Scan =
  | { readonly state: 'loading' }
  | { readonly state: 'fault'; readonly fault: ScanFault }
  | { readonly state: 'picture'; readonly picture: HTMLImageElement; readonly pages: readonly [PageSize] }
  | { readonly state: 'pdf'; readonly pdf: OpenPdf; readonly pages: readonly PageSize[] };

/** Sizes of a PDF's pages until they are drawn: most files have one size throughout. */
const alike = (size: PageSize, count: number): readonly PageSize[] =>
  Array.from({ length: count }, () => size);

interface Watched {
  readonly of: string;
  readonly scan: Scan;
}

/**
 * Opens a file for as long as it is shown and lets go of all of it afterwards. `onPageSize` corrects the size of a page, from 1,
 * when it is known.
 */
export function useScan(file: ScanFile, attempt = 0) {
  const { sha256, mediaType, sizeBytes, originalName } = file;
  const key = `${sha256} ${attempt}`;
  const [watched, setWatched] = useState<Watched>({ of: key, scan: { state: 'loading' } });
  useEffect(() => {
    const tell = (scan: Scan): void => setWatched({ of: key, scan });
    return mediaType === 'application/pdf'
      ? watchPdf({ sha256, sizeBytes }, tell)
      : watchPicture(sha256, mediaType, originalName, tell);
  }, [key, sha256, mediaType, sizeBytes, originalName]);
  const scan: Scan = watched.of === key ? watched.scan : { state: 'loading' };
  const onPageSize = (no: number, size: PageSize): void =>
    setWatched((before) => ({ ...before, scan: withSize(before.scan, no, size) }));
  return { scan, onPageSize };
}

function watchPicture(
  sha256: string,
  mediaType: string,
  name: string,
  tell: (scan: Scan) => void,
): () => void {
  const picture = new Image();
  let isOver = false;
  picture.alt = name;
  picture.draggable = false;
  picture.decoding = 'async';
  picture.onload = () => {
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (!isOver) tell({ state: 'picture', picture, pages: [{ width, height }] });
  };
  picture.onerror = () => {
    void pictureFault(sha256, mediaType).then((fault) => {
      if (!isOver) tell({ state: 'fault', fault });
    });
  };
  picture.src = pictureAddress(sha256, mediaType);
  return () => {
    isOver = true;
    picture.onload = null;
    picture.onerror = null;
    picture.removeAttribute('src');
    picture.remove();
  };
}

function watchPdf(file: Pick<ScanFile, 'sha256' | 'sizeBytes'>, tell: (scan: Scan) => void): () => void {
  let isOver = false;
  const isGone = (): boolean => isOver;
  let opened: OpenPdf | undefined;
  const lost = (): void => {
    if (!isGone()) tell({ state: 'fault', fault: 'missing' });
  };
  const open = async (): Promise<void> => {
    const { openPdf } = await import('./open-pdf.ts');
    if (isGone()) return;
    const answer = await openPdf(file, lost);
    if ('fault' in answer) {
      if (!isGone()) tell({ state: 'fault', fault: answer.fault });
      return;
    }
    opened = answer.pdf;
    if (isGone()) {
      opened.close();
      return;
    }
    const { size } = await opened.page(1);
    if (!isGone()) tell({ state: 'pdf', pdf: opened, pages: alike(size, opened.pageCount) });
  };
  void open().catch(() => {
    if (!isGone()) tell({ state: 'fault', fault: 'damaged' });
  });
  return () => {
    isOver = true;
    opened?.close();
  };
}

function withSize(scan: Scan, no: number, size: PageSize): Scan {
  if (scan.state !== 'pdf') return scan;
  const known = scan.pages[no - 1];
  if (known === undefined || (known.width === size.width && known.height === size.height)) return scan;
  return { ...scan, pages: scan.pages.with(no - 1, size) };
}

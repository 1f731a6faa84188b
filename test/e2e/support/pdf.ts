import fs from 'node:fs/promises';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** The text of each page, without the spaces that only layout puts between characters. */
  readonly pages: readonly string[];
  readonly text: string;
}

/** Reads the text out of a PDF file as somebody would who selects it. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await fs.readFile(file)), verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let no = 1; no <= document.numPages; no += 1) {
      const page = await document.getPage(no);
      const { items } = await page.getTextContent();
      pages.push(plain(items.map((item) => ('str' in item ? item.str : '')).join('')));
    }
    return { pages, text: pages.join('\n') };
  } finally {
    await task.destroy();
  }
}

export interface PdfFont {
  readonly name: string;
  /** Whether the shapes of its characters are part of the file. */
  readonly isEmbedded: boolean;
}

/** The fonts in which the pages of a PDF file are set. */
export async function fontsIn(file: string): Promise<readonly PdfFont[]> {
  const task = getDocument({
    data: new Uint8Array(await fs.readFile(file)),
    verbosity: 0,
    fontExtraProperties: true,
  });
  try {
    const document = await task.promise;
    const fonts: PdfFont[] = [];
    for (let no = 1; no <= document.numPages; no += 1) {
      const page = await document.getPage(no);
      const { fnArray, argsArray } = await page.getOperatorList();
      const chosen = fnArray.flatMap((operator, index) =>
        operator === OPS.setFont ? [String((argsArray[index] as readonly unknown[])[0])] : [],
      );
      for (const id of new Set(chosen)) {
        const font = page.commonObjs.get(id) as { readonly name: string; readonly missingFile: boolean };
        fonts.push({ name: font.name, isEmbedded: !font.missingFile });
      }
    }
    return fonts;
  } finally {
    await task.destroy();
  }
}

/** Texts are compared without spaces: a PDF has places, no spaces. */
export const plain = (text: string): string => text.replaceAll(/\s+/gu, '');

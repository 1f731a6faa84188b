import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Gives pdf.js the parts of a kept file that it asks for, so that a large one is never read whole. */
export class VaultRanges extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #ending = new AbortController();
  readonly #onLost: () => void;

  /** `onLost` is called when the vault gives a part no more. */
  constructor(sha256: string, sizeBytes: number, onLost: () => void) {
    super(sizeBytes, null);
    this.#address = `vault://file/${sha256}`;
    this.#onLost = onLost;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#read(begin, end);
  }

  override abort(): void {
    this.#ending.abort();
  }

  async #read(begin: number, end: number): Promise<void> {
    const { signal } = this.#ending;
    try {
      const headers = { Range: `bytes=${begin}-${end - 1}` };
      const response = await fetch(this.#address, { headers, signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const chunk = new Uint8Array(await response.arrayBuffer());
      if (!signal.aborted) this.onDataRange(begin, chunk);
    } catch {
      if (!signal.aborted) this.#onLost();
    }
  }
}

import type { PageLine } from '#shared/domain/page-line.ts';

/** A page as pixels: red, green, blue, alpha. */
export interface RawPage {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** By how far a page was turned clockwise before it could be read, in degrees. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

/** What was recognised on a page. Size and boxes are those of the page as it is read, after it was turned. */
export interface RecognisedPage {
  readonly turn: Turn;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lines: readonly PageLine[];
}

/** What the process that reads pages is asked; one page at a time. */
export interface EngineRequest {
  readonly page: RawPage;
}

export type EngineReply =
  | { readonly kind: 'read'; readonly page: RecognisedPage }
  | { readonly kind: 'failed'; readonly message: string };

/** A way to the process that reads pages, whatever it is made of. */
export interface EngineChannel {
  post(request: EngineRequest): void;
  onReply(listener: (reply: EngineReply) => void): void;
  /** Called once, when the process has ended, asked to or not. */
  onEnd(listener: (reason: string) => void): void;
  end(): void;
}

/** Starts a process that reads pages. What is posted before it is ready waits for it. */
export type StartEngine = () => EngineChannel;

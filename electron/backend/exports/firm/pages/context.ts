import type { OriginalPlaces } from '../originals.ts';
import type { Speech } from '../speech.ts';

/** What a client's page is made with, besides the client itself. */
export interface PageContext {
  readonly speech: Speech;
  readonly moment: string;
  readonly originals: OriginalPlaces;
  /** The page of a client that has one. */
  readonly pageOf: (clientId: string) => string | undefined;
  /** Also of a client in the trash. */
  readonly nameOf: (clientId: string) => string;
}

/** How many folders below the top a client's page lies. */
export const clientDepth = 2;

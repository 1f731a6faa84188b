import type { TrayPaper } from '#shared/contract/intake.ts';
import { pairsOfSides } from '#shared/domain/card-sides.ts';
import type { SidePiece } from '#shared/domain/card-sides.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import type { Piece } from './guess.ts';
import type { FileRecord } from './queries.ts';

/** From this share on a client need not be asked for. */
const sureShare = 0.8;

type OtherSide = NonNullable<TrayPaper['otherSide']>;

/** For each piece that seems to be one side of an ID card the piece with the other one, where there is one of each. */
export function otherSidesOf(
  pieces: readonly Piece[],
  files: ReadonlyMap<string, FileRecord>,
): ReadonlyMap<string, OtherSide> {
  const pairs = pairsOfSides(pieces.flatMap((piece) => sideOf(piece, files) ?? []));
  const found = new Map<string, OtherSide>();
  for (const { front, back, sign } of pairs) {
    found.set(front, { paperId: back, side: 'front', sign });
    found.set(back, { paperId: front, side: 'back', sign });
  }
  return found;
}

/** A piece of one page that is a paper with two sides, or of which nobody knows what it is. */
function sideOf(
  { paper, pages: [page, ...others], guesses }: Piece,
  files: ReadonlyMap<string, FileRecord>,
): SidePiece | null {
  const file = page && files.get(page.file_id);
  const kind = paper.kind ?? guesses.kindGuess?.kind ?? null;
  const isCard = kind !== null && documentParts(kind).length > 1;
  if (file === undefined || others.length > 0 || (kind !== null && !isCard)) return null;
  const [best] = guesses.clientGuesses;
  const guessed = best !== undefined && best.share >= sureShare ? best.clientId : null;
  return {
    ...{ id: paper.id, isCard, clientId: paper.client_id ?? guessed, sides: guesses.sides },
    // The pages of one file have its name in common, and no more.
    ...(file.page_count === 1
      ? { folderName: file.folder_name, fileName: file.original_name }
      : { folderName: '', fileName: '' }),
  };
}

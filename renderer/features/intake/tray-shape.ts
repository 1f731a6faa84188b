import type { TrayFile, TrayPaper } from '#shared/contract/intake.ts';
import type { QualityKind } from '#shared/domain/quality-finding.ts';
import type { TrayPage } from '#shared/domain/tray-pages.ts';
import { pagesIn } from '#shared/domain/tray-pages.ts';

export interface TrayPageRow extends TrayPage {
  readonly isBlank: boolean | null;
  /** What is wrong with its picture; null while nobody has measured it. */
  readonly faults: readonly QualityKind[] | null;
  /** It waits to be read, or is being read. */
  readonly isUnread: boolean;
}

export interface Tray {
  readonly files: readonly TrayFile[];
  readonly pages: readonly TrayPageRow[];
  readonly papers: readonly TrayPaper[];
}

/** A piece with what it is made of. */
export interface Piece {
  readonly paper: TrayPaper;
  /** From 1, as it is called in the window. */
  readonly no: number;
  readonly pages: readonly TrayPageRow[];
  readonly files: readonly TrayFile[];
}

export interface TrayShape {
  /** Files of several pages, each with its pages in their order. */
  readonly stacks: readonly { readonly file: TrayFile; readonly pages: readonly TrayPageRow[] }[];
  readonly singles: readonly { readonly file: TrayFile; readonly page: TrayPageRow | undefined }[];
  /** What is to be filed. */
  readonly pieces: readonly Piece[];
  /** What seems to be here already and waits for a word. */
  readonly aside: readonly Piece[];
  readonly byPaper: ReadonlyMap<string, Piece>;
}

/**
 * The tray as it is shown. Pieces count in the order in which their first pages came; one whose every file is here
 * already stands aside, unless it was said whose it is or somebody wants it all the same.
 */
export function shapeOf({ files, pages, papers }: Tray, wanted: ReadonlySet<string>): TrayShape {
  const fileById = new Map(files.map((file) => [file.id, file]));
  const firstPlace = (paper: TrayPaper): number => pages.findIndex(({ paperId }) => paperId === paper.id);
  const ordered = papers.toSorted((a, b) => firstPlace(a) - firstPlace(b));
  const made = ordered.map((paper) => {
    const own = pagesIn(pages, paper.id);
    const used = [...new Set(own.map(({ fileId }) => fileId))].flatMap((id) => fileById.get(id) ?? []);
    return { paper, pages: own, files: used };
  });
  const isAside = ({ paper, files: used }: (typeof made)[number]): boolean =>
    paper.clientId === null &&
    !wanted.has(paper.id) &&
    used.length > 0 &&
    used.every(({ same, similar }) => same !== null || similar !== null);
  const numbered = [...made.filter((each) => !isAside(each)), ...made.filter(isAside)].map((each, index) => ({
    ...each,
    no: index + 1,
  }));
  return {
    stacks: files
      .filter(({ pageCount }) => pageCount > 1)
      .map((file) => ({ file, pages: pages.filter(({ fileId }) => fileId === file.id) })),
    singles: files
      .filter(({ pageCount }) => pageCount === 1)
      .map((file) => ({ file, page: pages.find(({ fileId }) => fileId === file.id) })),
    pieces: numbered.filter((each) => !isAside(each)),
    aside: numbered.filter(isAside),
    byPaper: new Map(numbered.map((each) => [each.paper.id, each])),
  };
}

/** Below this share a guess needs a key of its own. */
export const sureShare = 0.8;

/** Whose it is by what was said, else by the best guess; undefined where neither tells. */
export function clientOf({
  paper,
}: Piece): { readonly id: string; readonly name: string; readonly share: number } | undefined {
  if (paper.clientId !== null) return { id: paper.clientId, name: paper.clientName ?? '', share: 1 };
  const [guess] = paper.clientGuesses;
  return guess && { id: guess.clientId, name: guess.clientName, share: guess.share };
}

/** What it is by what was said, else by the guess. */
export const kindOf = ({ paper }: Piece): TrayPaper['kind'] => paper.kind ?? paper.kindGuess?.kind ?? null;

/** How sure the weaker of both guesses is; what was said is sure. Null where something is not even guessed. */
export function shareOf(piece: Piece): number | null {
  const client = clientOf(piece);
  const { kind, kindGuess } = piece.paper;
  const kindShare = kind === null ? kindGuess?.share : 1;
  return client === undefined || kindShare === undefined ? null : Math.min(client.share, kindShare);
}

/** The numbers of the pages, in runs: 2–4, 7. */
export function pageRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const no of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && no === last[1] + 1) last[1] = no;
    else runs.push([no, no]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** A share in words: 71%. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

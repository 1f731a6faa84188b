import type { ChosenFile } from '#shared/contract/shell.ts';

/** Tokens of dropped files. What is not on this computer's disk, such as a picture out of a web page, is left out. */
export async function chosenOf(files: readonly File[]): Promise<readonly ChosenFile[] | null> {
  const tokens = await Promise.all(files.map((file) => window.certfolio.fileToken(file)));
  const chosen = tokens.filter((token) => token !== null);
  return chosen.length > 0 ? chosen : null;
}

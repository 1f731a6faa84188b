import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';

/** The kind whose word a file's name holds, the longest word first: 商标授权书 before 授权书. */
export function kindByName(
  fileName: string,
  wordsOf: (kind: DocumentKind) => string,
): DocumentKind | undefined {
  const name = fileName.toLowerCase();
  return documentKinds
    .filter((kind) => name.includes(wordsOf(kind).toLowerCase()))
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length)
    .at(0);
}

/** What a paper is called until somebody says otherwise: its kind, or as its file where the kind says nothing. */
export const paperTitle = (
  kind: DocumentKind | null,
  fileName: string,
  wordsOf: (kind: DocumentKind) => string,
): string => (kind === null || kind === 'other' ? fileName.replace(/(?<=.)\.[^.\s]+$/u, '') : wordsOf(kind));

import { isAppErrorCode } from '#renderer/api/app-error.ts';
import type { ShownError } from '#renderer/api/app-error.ts';

export interface RefusedFile {
  readonly name: string;
  readonly code: ShownError['code'];
  readonly data: ShownError['data'];
}

/** How far the files of one drop are; `documentId` null: none of them was kept. */
export type Adding =
  | {
      readonly kind: 'adding';
      readonly name: string;
      readonly fileNo: number;
      readonly fileCount: number;
      readonly cancel: () => void;
    }
  | { readonly kind: 'added'; readonly documentId: string | null; readonly refused: readonly RefusedFile[] };

type AddStep =
  | { readonly kind: 'storing'; readonly name: string; readonly fileNo: number; readonly fileCount: number }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly code: string;
      readonly data: ShownError['data'];
    }
  | {
      readonly kind: 'added';
      readonly changeId: string | null;
      readonly documentId: string | null;
      readonly storedCount: number;
    };

/** Reads the stream to its end. Each refused file keeps its name and its reason. */
export async function readAdding(
  steps: AsyncIterable<AddStep>,
  refusedBefore: readonly RefusedFile[],
  onStep: (step: {
    readonly kind: 'adding';
    readonly name: string;
    readonly fileNo: number;
    readonly fileCount: number;
  }) => void,
): Promise<{ readonly added: Adding; readonly changeId: string | null }> {
  const refused = [...refusedBefore];
  let documentId: string | null = null;
  let changeId: string | null = null;
  for await (const step of steps) {
    switch (step.kind) {
      case 'storing':
        onStep({ kind: 'adding', name: step.name, fileNo: step.fileNo, fileCount: step.fileCount });
        break;
      case 'refused':
        refused.push({
          name: step.name,
          code: isAppErrorCode(step.code) ? step.code : 'INTERNAL',
          data: step.data,
        });
        break;
      case 'added':
        documentId = step.storedCount > 0 ? step.documentId : null;
        changeId = step.changeId;
    }
  }
  return { added: { kind: 'added', documentId, refused }, changeId };
}

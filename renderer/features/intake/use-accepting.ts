import { useT } from '#renderer/i18n/use-t.ts';
import { clientOf, kindOf, shareOf, sureShare } from './tray-shape.ts';
import type { Piece } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';

/** Says that a piece is what it was taken for, and goes on to the next that nobody has looked at. */
export function useAccepting(tray: OpenTray, actions: TrayActions) {
  const t = useT();
  const { piece } = tray;
  const canAccept = piece !== undefined && isSure(piece);
  const accept = (): void => {
    if (piece === undefined || !canAccept) return;
    const next = nextOf(tray, piece);
    if (next !== undefined) tray.open(next.paper.id);
    const paper = tray.current(piece.paper);
    if (paper.isSeen) return;
    const client = clientOf({ ...piece, paper });
    const kind = kindOf({ ...piece, paper });
    if (client === undefined || kind === null) return;
    const title = t(`vocabulary.documentKind.${kind}`);
    const said = {
      ...(paper.clientId === null && { clientId: client.id }),
      ...(paper.kind === null && { kind }),
      // Another client or kind lets go of the place, which was chosen for these.
      ...((paper.clientId === null || paper.kind === null) && {
        documentId: paper.documentId,
        itemId: paper.itemId,
      }),
      ...(paper.title === '' && { title }),
      isSeen: true,
    };
    void actions.describe(paper, said, client.name);
  };
  return { accept, canAccept };
}

/** It is known whose it is and what; a guess that is not sure has to be chosen. */
const isSure = (piece: Piece): boolean => (shareOf(piece) ?? 0) >= sureShare;

function nextOf({ shape }: OpenTray, piece: Piece): Piece | undefined {
  const at = shape.pieces.findIndex(({ paper }) => paper.id === piece.paper.id);
  const round = [...shape.pieces.slice(at + 1), ...shape.pieces.slice(0, Math.max(0, at))];
  return round.find(({ paper }) => !paper.isSeen);
}

import type { AskedMove, TrayPaper } from '#shared/contract/intake.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Said } from './use-said.ts';
import type { OpenTray } from './use-tray.ts';

export type Described = Omit<Said, 'clientName'>;
/** What can be done in the tray; every one is a change of its own that can be undone. */
export function useTrayActions(tray: Pick<OpenTray, 'say' | 'takeBack' | 'settle' | 'current' | 'open'>) {
  const t = useT();
  const act = useAction();
  const { backend } = useApi();
  return {
    /** Another client or kind lets go of the paper and the item that were chosen, unless they are said with it. */
    describe: async (paper: TrayPaper, changes: Described, clientName?: string): Promise<void> => {
      const base = baseOf(tray.current(paper), changes);
      const isElsewhere = changes.clientId !== undefined || changes.kind !== undefined;
      tray.say(paper.id, {
        ...(isElsewhere && { documentId: null, itemId: null }),
        ...changes,
        ...(clientName !== undefined && { clientName }),
      });
      const done = await act(() => backend.intake.describe({ ids: [paper.id], base, changes }));
      if (done === undefined) tray.takeBack(paper.id);
      else tray.settle(paper.id);
    },
    arrange: (move: AskedMove, message?: string) => act(() => backend.intake.arrange({ move }), message),
    /** Joins a piece with what seems to be the other side of the same ID card, and goes on with both. */
    joinSides: ({ id, otherSide }: TrayPaper): void => {
      if (otherSide === null) return;
      const isFront = otherSide.side === 'front';
      const [front, back] = isFront ? [id, otherSide.paperId] : [otherSide.paperId, id];
      tray.open(front);
      void act(
        () => backend.intake.arrange({ move: { kind: 'sides', front, back } }),
        t('intake.sidesJoined'),
      );
    },
    remove: (fileIds: readonly string[]) =>
      act(() => backend.intake.remove({ fileIds: [...fileIds] }), t('intake.removed', { n: fileIds.length })),
  };
}

export type TrayActions = ReturnType<typeof useTrayActions>;

/** Of each field that is written what was seen before. */
function baseOf(paper: TrayPaper, changes: Described): Described {
  const fields = ['clientId', 'documentId', 'itemId', 'kind', 'title', 'validUntil', 'isSeen'] as const;
  return Object.fromEntries(fields.filter((field) => field in changes).map((field) => [field, paper[field]]));
}

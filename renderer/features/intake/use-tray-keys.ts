import type { RefObject } from 'react';
import type { KeyHint } from '#renderer/components/kbd-hints.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';

interface TrayKeys {
  readonly tray: OpenTray;
  readonly actions: TrayActions;
  readonly accept: () => void;
  readonly fileSeen: () => void;
  readonly search: RefObject<HTMLDivElement | null>;
  readonly kindField: RefObject<HTMLDivElement | null>;
}

const guessKeys = [1, 2, 3, 4, 5] as const;

/** The tray by the keyboard alone. */
export function useTrayKeys({
  tray,
  actions,
  accept,
  fileSeen,
  search,
  kindField,
}: TrayKeys): readonly KeyHint[] {
  const t = useT();
  const { shape, piece, page } = tray;
  const order = [...shape.pieces, ...shape.aside];
  const goPiece = (step: 1 | -1): void => {
    const next = order[order.findIndex(({ paper }) => paper.id === piece?.paper.id) + step];
    if (next !== undefined) tray.open(next.paper.id);
  };
  const goPage = (step: 1 | -1): void => {
    const next = piece?.pages[piece.pages.findIndex(({ id }) => id === page?.id) + step];
    if (piece !== undefined && next !== undefined) tray.open(piece.paper.id, next.id);
  };
  /** Moves the page that is shown one place within its piece. */
  const movePage = (step: 1 | -1): void => {
    if (piece === undefined || page === undefined) return;
    const at = piece.pages.findIndex(({ id }) => id === page.id);
    const to = at + step;
    if (piece.pages[to] === undefined) return;
    const before = piece.pages[step === 1 ? to + 1 : to]?.id ?? null;
    tray.open(piece.paper.id, page.id);
    const moved = t('intake.pageMoved', { n: to + 1, count: piece.pages.length });
    void actions.arrange({ kind: 'move', pageIds: [page.id], to: piece.paper.id, before }, moved);
  };
  const cut = async (pageId: string): Promise<void> => {
    const done = await actions.arrange({ kind: 'cut', pageId });
    if (typeof done?.paperId === 'string') tray.open(done.paperId, pageId);
  };
  /** Cuts before the page that is shown; at the beginning of a piece, joins it to the one before. */
  const cutOrJoin = (): void => {
    if (piece === undefined || page === undefined) return;
    if (page.position > 0) return void cut(page.id);
    const before = order[order.findIndex(({ paper }) => paper.id === piece.paper.id) - 1];
    if (before === undefined) return;
    tray.open(before.paper.id, page.id);
    void actions.arrange({ kind: 'join', paperId: piece.paper.id, to: before.paper.id });
  };
  const choose = (no: number): void => {
    const guess = piece?.paper.clientGuesses[no - 1];
    if (piece !== undefined && guess !== undefined)
      void actions.describe(piece.paper, { clientId: guess.clientId }, guess.clientName);
  };
  useShortcuts({
    arrowdown: () => goPiece(1),
    arrowup: () => goPiece(-1),
    arrowright: () => goPage(1),
    arrowleft: () => goPage(-1),
    'shift+arrowright': () => movePage(1),
    'shift+arrowleft': () => movePage(-1),
    enter: accept,
    'mod+enter': fileSeen,
    x: cutOrJoin,
    j: () => piece && actions.joinSides(piece.paper),
    r: () => page && void actions.arrange({ kind: 'turn', pageIds: [page.id], by: 90 }),
    // What is typed takes the place of the guess.
    k: () => kindField.current?.querySelector('input')?.select(),
    '/': () => search.current?.querySelector('input')?.focus(),
    delete: () =>
      piece && void actions.arrange({ kind: 'leave_out', pageIds: piece.pages.map(({ id }) => id) }),
    ...Object.fromEntries(guessKeys.map((no) => [`${no}`, () => choose(no)])),
  });
  return [
    { keys: ['arrowup', 'arrowdown'], text: t('intake.keys.pieces') },
    { keys: ['arrowleft', 'arrowright'], text: t('intake.keys.pages') },
    ...(piece !== undefined && piece.pages.length > 1
      ? [{ keys: ['shift+arrowleft', 'shift+arrowright'], text: t('intake.keys.order') }]
      : []),
    { keys: ['x'], text: t('intake.keys.cut') },
    { keys: ['r'], text: t('intake.keys.turn') },
    { keys: ['delete'], text: t('intake.keys.remove') },
  ];
}

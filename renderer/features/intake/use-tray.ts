import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TrayPaper } from '#shared/contract/intake.ts';
import { useApi } from '#renderer/api/api.tsx';
import { shapeOf } from './tray-shape.ts';
import type { Piece, TrayShape } from './tray-shape.ts';
import { useSaid } from './use-said.ts';
import type { Said } from './use-said.ts';

export interface OpenTray {
  readonly shape: TrayShape;
  /** The piece that is looked at, and the page of it that is shown. */
  readonly piece: Piece | undefined;
  readonly page: Piece['pages'][number] | undefined;
  readonly open: (paperId: string, pageId?: string) => void;
  readonly want: (paperId: string) => void;
  /** See `useSaid`. */
  readonly say: (paperId: string, said: Said) => void;
  readonly takeBack: (paperId: string) => void;
  readonly settle: (paperId: string) => void;
  readonly current: (paper: TrayPaper) => TrayPaper;
}

/** The tray, and which piece and page of it are looked at. */
export function useTray() {
  const { query } = useApi();
  const tray = useQuery({ ...query.intake.get.queryOptions(), placeholderData: keepPreviousData });
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<{ readonly paperId: string; readonly pageId: string | undefined }>();
  const { shown, ...words } = useSaid(tray.data);
  const shape = useMemo(() => shown && shapeOf(shown, wanted), [shown, wanted]);
  const first = shape?.pieces.find(({ paper }) => !paper.isSeen) ?? shape?.pieces[0] ?? shape?.aside[0];
  const piece = (at && shape?.byPaper.get(at.paperId)) ?? first;
  const page = piece?.pages.find(({ id }) => id === at?.pageId) ?? piece?.pages[0];
  const open = (paperId: string, pageId?: string): void => setAt({ paperId, pageId });
  const want = (paperId: string): void => {
    setWanted(new Set([...wanted, paperId]));
    open(paperId);
  };
  return { tray, opened: shape && { shape, piece, page, open, want, ...words } };
}

import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Share, StageHandle } from '#renderer/components/scan/stage.tsx';
import { turned } from '#renderer/components/scan/stage-layout.ts';
import type { Zoom } from '#renderer/components/scan/stage-layout.ts';
import { useScan } from '#renderer/components/scan/use-scan.ts';
import type { ScanFile } from '#renderer/components/scan/use-scan.ts';
import { keepTurn, keptTurn } from './kept-turn.ts';

interface PaneView {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** Where its stage is to be had from outside. */
  readonly handle?: RefObject<StageHandle | null>;
}

/** One file as it is being looked at: what it opened to, how it is turned, which page is in sight. */
export function usePane(file: ScanFile, { zoom, onZoom, handle }: PaneView) {
  const { sha256 } = file;
  const [attempt, setAttempt] = useState(0);
  const { scan, onPageSize } = useScan(file, attempt);
  const own = useRef<StageHandle>(null);
  const stage = handle ?? own;
  const [turnedTo, setTurnedTo] = useState({ sha256, turn: keptTurn(sha256) });
  const turn = turnedTo.sha256 === sha256 ? turnedTo.turn : keptTurn(sha256);
  const [look, setLook] = useState({ no: 1, scale: 0 });
  return {
    file,
    scan,
    onPageSize,
    stage,
    zoom,
    onZoom,
    turn,
    /** The page in sight, from 1, and its scale; 0 until it is laid out. */
    look,
    onLook: (no: number, scale: number): void => setLook({ no, scale }),
    rotate(by: 1 | -1): void {
      const next = turned(turn, by);
      keepTurn(sha256, next);
      setTurnedTo({ sha256, turn: next });
    },
    retry: (): void => setAttempt(attempt + 1),
  };
}

export type OpenPane = ReturnType<typeof usePane>;
export type OnScrolled = (share: Share) => void;

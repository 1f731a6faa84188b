import { useMemo, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import { frameOf, isSettled, nextWaiting, readRows, stepFrom } from './read-row.ts';
import type { ReadRow } from './read-row.ts';
import { useKeepRead } from './use-keep-read.ts';
import type { OpenPane } from './use-pane.ts';
import { useReading } from './use-reading.ts';

/** What was read off the file in sight, which of it is looked at, and how it is kept. */
export function useReadFields(version: PaperVersion, pane: OpenPane) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { paper } = usePaper();
  const { reading, error, retry } = useReading(version);
  const rows = useMemo(() => readRows(reading), [reading]);
  const [chosen, setChosen] = useState<{ readonly of: string; readonly no: number } | null>(null);
  const row = chosen?.of === version.id ? rows.find(({ no }) => no === chosen.no) : undefined;
  // What an older file says is no longer what the paper says.
  const mayKeep = paper.current.some(({ id }) => id === version.id);
  const settled = mayKeep ? rows.filter(isSettled) : [];
  const choose = (next: ReadRow | null): void => {
    setChosen(next === null ? null : { of: version.id, no: next.no });
    if (next !== null) showOn(pane, reading, next);
  };
  const keep = useKeepRead();
  return {
    reading,
    error,
    retry,
    rows,
    chosen: row ?? null,
    mayKeep,
    waiting: mayKeep ? rows.filter(({ isWaiting }) => isWaiting).length : 0,
    settled: settled.length,
    choose,
    /** To the next value that waits, where the file is still in force. */
    step: (by: 1 | -1): void => {
      const of = mayKeep ? rows : rows.map((each) => ({ ...each, isWaiting: false }));
      choose(stepFrom(of, row?.no ?? null, by));
    },
    /** Keeps a value and goes on to the next that waits. */
    keep: async (of: ReadRow, value: string): Promise<void> => {
      const isKept = await keep(of, value);
      if (isKept) choose(of.isWaiting ? nextWaiting(rows, of.no) : null);
    },
    keepSettled: (): void => {
      if (settled.length === 0) return;
      const message = t('viewer.read.keptAll', { n: settled.length });
      void act(() => backend.reading.confirmAgreeing({ documentId: paper.id }), message);
    },
  };
}

export type ReadFields = ReturnType<typeof useReadFields>;

/** The place of the value comes into sight. */
function showOn({ stage, scan }: OpenPane, reading: ReadFields['reading'], { read }: ReadRow): void {
  const size = 'pages' in scan ? scan.pages[read.pageNo - 1] : undefined;
  const page =
    reading?.state === 'read' ? reading.pages.find(({ pageNo }) => pageNo === read.pageNo) : undefined;
  if (size === undefined || page === undefined) return;
  const { x, y, width, height } = frameOf(read);
  const [across, down] = [size.width / page.widthPx, size.height / page.heightPx];
  stage.current?.show(read.pageNo, {
    x: x * across,
    y: y * down,
    width: width * across,
    height: height * down,
  });
}

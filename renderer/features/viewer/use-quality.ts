import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Quality } from '#shared/contract/quality.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { PageSize } from '#renderer/components/scan/page-box.ts';
import { keptMs } from './kept-ms.ts';
import type { PaperVersion } from './paper-context.tsx';
import type { OpenPane } from './use-pane.ts';
import { dwellMs, useStays } from './use-stays.ts';

type Measured = Extract<Quality, { readonly state: 'measured' }>;
export type QualityKind = Measured['findings'][number]['kind'];

/** What the shown file looks like, and which of its faults is pointed at on the page. */
export function useQuality({ id }: PaperVersion, { stage, scan }: OpenPane) {
  const { query } = useApi();
  const kept = useQuery({
    ...query.quality.ofVersion.queryOptions({ input: { versionId: id } }),
    gcTime: keptMs,
  });
  const isWaiting = kept.data?.state === 'waiting';
  const stays = useStays(id, dwellMs);
  const now = useQuery({
    ...query.quality.ofVersion.queryOptions({ input: { versionId: id, now: true } }),
    enabled: isWaiting && stays,
    gcTime: keptMs,
  });
  const data = isWaiting ? (now.data ?? kept.data) : kept.data;
  const error = kept.error ?? (isWaiting ? now.error : null);
  const [pointed, setPointed] = useState<{ readonly id: string; readonly kind: QualityKind } | null>(null);
  const measured = data?.state === 'measured' ? data : undefined;
  const kind = pointed?.id === id ? pointed.kind : null;
  const sizeOf = (no: number): PageSize | undefined =>
    scan.state === 'pdf' || scan.state === 'picture' ? scan.pages[no - 1] : undefined;
  return {
    state: error === null ? (data?.state ?? 'waiting') : 'unreadable',
    measured,
    kind,
    /** Points at what is wrong, or lets go of it. */
    point(next: QualityKind): void {
      if (next === kind) {
        setPointed(null);
        return;
      }
      setPointed({ id, kind: next });
      const found = measured?.findings.find((finding) => finding.kind === next);
      const size = found && sizeOf(found.pageNo);
      const box = found?.boxes[0];
      if (found && size && box) stage.current?.show(found.pageNo, onPage(box, size));
    },
    boxesOn(no: number) {
      const size = sizeOf(no);
      if (size === undefined || kind === null) return [];
      const own =
        measured?.findings.filter((finding) => finding.kind === kind && finding.pageNo === no) ?? [];
      return own
        .flatMap(({ boxes }) => boxes)
        .map((box, index) => ({ id: `quality ${index}`, box: onPage(box, size), isCurrent: true }));
    },
  };
}

export type OpenQuality = ReturnType<typeof useQuality>;
type ShareBox = Measured['findings'][number]['boxes'][number];

const onPage = ({ x, y, width, height }: ShareBox, size: PageSize) => ({
  x: x * size.width,
  y: y * size.height,
  width: width * size.width,
  height: height * size.height,
});

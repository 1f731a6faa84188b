import type { Quality } from '#shared/contract/quality.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { PaperVersion } from './paper-context.tsx';
import type { QualityKind } from './use-quality.ts';

type Measured = Extract<Quality, { readonly state: 'measured' }>;

/** One line of the quality part. */
export interface QualityRow {
  readonly id: 'pixels' | 'sharpness' | 'light' | 'colour' | 'edges' | 'file';
  readonly label: string;
  /** What is wrong; null where all is well. */
  readonly kind: QualityKind | 'format' | 'size' | 'resolution' | null;
  readonly words: string;
  readonly todo: string | null;
  /** What can be shown on the page. */
  readonly pointsAt: QualityKind | null;
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

const kindsOfRow = {
  pixels: ['small'],
  sharpness: ['blurred', 'grainy'],
  light: ['glare', 'dark', 'pale'],
  colour: ['grey', 'no_seal'],
  edges: ['cut', 'skewed'],
} as const satisfies Record<string, readonly QualityKind[]>;

/** The measures of a page, from 1, with what is wrong with them; the last line is about the file. */
export function qualityRows(
  measured: Measured,
  version: PaperVersion,
  pageNo: number,
  { t, format }: Words,
): QualityRow[] {
  const page = measured.pages.find((each) => each.pageNo === pageNo) ?? measured.pages[0];
  if (page === undefined) return [];
  const isPdf = version.mediaType === 'application/pdf';
  const good = {
    pixels: t(isPdf ? 'viewer.quality.good.drawn' : 'viewer.quality.good.pixels', {
      width: page.widthPx,
      height: page.heightPx,
    }),
    sharpness: t('viewer.quality.good.sharpness'),
    light: t('viewer.quality.good.light'),
    colour: page.isGrey
      ? t('viewer.quality.good.grey')
      : t(page.seals.length > 0 ? 'viewer.quality.good.sealed' : 'viewer.quality.good.colour'),
    edges: t('viewer.quality.good.edges', { n: Math.abs(page.skew ?? 0).toFixed(1) }),
  };
  const rows = (['pixels', 'sharpness', 'light', 'colour', 'edges'] as const).map((id): QualityRow => {
    const found = measured.findings.find(
      (finding) => finding.pageNo === page.pageNo && kindsOfRow[id].some((kind) => kind === finding.kind),
    );
    const label = t(`viewer.quality.label.${id}`);
    if (found === undefined) return { id, label, kind: null, words: good[id], todo: null, pointsAt: null };
    const values = {
      n: Math.abs(found.measured).toFixed(found.kind === 'skewed' ? 1 : 0),
      limit: String(found.limit),
      width: page.widthPx,
      height: page.heightPx,
    };
    return {
      id,
      label,
      kind: found.kind,
      words: t(`viewer.quality.found.${found.kind}`, values),
      todo: t(`viewer.quality.todo.${found.kind}`),
      pointsAt: found.boxes.length > 0 ? found.kind : null,
    };
  });
  return [...rows, fileRow(measured, version, { t, format })];
}

function fileRow({ upload }: Measured, version: PaperVersion, { t, format }: Words): QualityRow {
  const { ask, faults } = upload;
  const kind = (['format', 'size', 'resolution'] as const).find((fault) => faults.includes(fault)) ?? null;
  const size = format.bytes(version.sizeBytes);
  const type = (version.mediaType.split('/')[1] ?? version.mediaType).toUpperCase();
  const values = {
    size,
    type,
    limit: format.bytes(ask.maxBytes ?? 0),
    formats: ask.formats.map((each) => each.toUpperCase()).join('、'),
    short: ask.shortSidePx ?? 0,
    long: ask.longSidePx ?? 0,
  };
  return {
    id: 'file',
    label: t('viewer.quality.label.file'),
    kind,
    words: t(`viewer.quality.file.${kind ?? 'good'}`, values),
    todo: kind === null ? null : t(`viewer.quality.fileTodo.${kind}`),
    pointsAt: null,
  };
}

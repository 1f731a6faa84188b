import type { DocumentKind, DocumentPart } from './document-kind.ts';
import type { PageMeasures, ShareBox } from './page-quality.ts';
import * as limits from './quality-limits.ts';

/** What may be wrong with a picture of a paper. */
export const qualityKinds = [
  'blurred',
  'grainy',
  'glare',
  'dark',
  'pale',
  'cut',
  'skewed',
  'small',
  'grey',
  'no_seal',
] as const;
export type QualityKind = (typeof qualityKinds)[number];

/** One thing that is wrong with a page: how much of it there is, how much may be, and where. */
export type QualityFinding = {
  readonly kind: QualityKind;
  readonly pageNo: number;
  readonly measured: number;
  readonly limit: number;
  readonly boxes: readonly ShareBox[];
};

/** Papers that bear a red seal: that of who issued them, or of who signs them. */
const sealedKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'business_licence',
  'public_institution_certificate',
  'social_group_certificate',
  'private_non_enterprise_certificate',
  'account_proof',
  'authorisation_letter',
  'application_letter',
  'food_business_permit',
]);

/** What asks for a colour and a seal: the paper's kind, and whether its rule wants colour. */
export type QualityAsk = {
  readonly kind: DocumentKind;
  readonly part: DocumentPart;
  readonly wantsColour: boolean;
};

/** Everything wrong with one page. A grey page has no red seal: only the colour is told of it. */
export function qualityFindings(page: PageMeasures, pageNo: number, ask: QualityAsk): QualityFinding[] {
  const whole: readonly ShareBox[] = [];
  const found = (
    kind: QualityKind,
    measured: number,
    limit: number,
    boxes: readonly ShareBox[] = whole,
  ): QualityFinding[] => [{ kind, pageNo, measured, limit, boxes }];
  const { sharpness, grain, glare, paper, ink, cutSides, skew } = page;
  const wantsSeal = ask.wantsColour && !page.isGrey && sealedKinds.has(ask.kind) && pageNo === 1;
  return [
    ...(sharpness !== null && sharpness < limits.sharpnessLimit
      ? found('blurred', sharpness, limits.sharpnessLimit, page.blurred)
      : []),
    ...(grain > limits.grainLimit ? found('grainy', grain, limits.grainLimit) : []),
    ...(glare > limits.glareLimit ? found('glare', glare, limits.glareLimit, page.glared) : []),
    ...(paper < limits.paperLimit ? found('dark', paper, limits.paperLimit) : []),
    ...(ink > limits.inkLimit && sharpness !== null ? found('pale', ink, limits.inkLimit) : []),
    ...(cutSides.length > 0 ? found('cut', cutSides.length, 0, page.cut) : []),
    ...(skew !== null && Math.abs(skew) > limits.skewLimit ? found('skewed', skew, limits.skewLimit) : []),
    ...smallness(page, found),
    ...(ask.wantsColour && page.isGrey ? found('grey', 0, 1) : []),
    ...(wantsSeal && page.seals.length === 0 ? found('no_seal', 0, 1) : []),
  ];
}

function smallness(
  { widthPx, heightPx, letterPx }: PageMeasures,
  found: (kind: QualityKind, measured: number, limit: number) => QualityFinding[],
): QualityFinding[] {
  const long = Math.max(widthPx, heightPx);
  if (long < limits.longSideLimit) return found('small', long, limits.longSideLimit);
  if (letterPx !== null && letterPx < limits.letterLimitPx)
    return found('small', Math.round(letterPx), limits.letterLimitPx);
  return [];
}

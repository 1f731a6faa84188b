import type { PaperSource, Statement } from './matrix-row.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';

/**
 * The statements with that of the deciding paper first, so that what deviates from it is what has to be mended. Of
 * several such papers the one put to the order decides, then the newest; without any the order stays. What nobody has
 * confirmed decides nothing: it may be another's paper.
 */
export function decidedBy(
  source: PaperSource,
  statements: readonly Statement[],
  { papers, items }: Pick<PreCheckFacts, 'papers' | 'items'>,
): Statement[] {
  const attached = new Set(items.flatMap(({ documentIds }) => documentIds));
  const ageOf = (of: string | undefined): number =>
    papers.find(({ documentId }) => documentId === of)?.receivedAtMs ?? 0;
  const rank = ({ of = '' }: Statement): readonly [number, number] => [attached.has(of) ? 1 : 0, ageOf(of)];
  const [deciding] = statements
    .filter((one) => one.source === source && one.isUnconfirmed !== true)
    .filter(({ value }) => value !== undefined && value !== '')
    .toSorted((a, b) => {
      const [own, other] = [rank(a), rank(b)];
      return other[0] - own[0] || other[1] - own[1];
    });
  if (deciding === undefined) return [...statements];
  return [deciding, ...statements.filter((one) => one !== deciding)];
}

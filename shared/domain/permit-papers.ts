import type { CalendarDate } from './calendar-date.ts';
import type { CategoryPack, Permit } from './category-pack.ts';
import { leafState } from './formula.ts';
import type { AtomLeaf, FormulaState } from './formula.ts';
import { nameKey } from './name-key.ts';
import type { PaperFacts } from './pre-check-facts.ts';
import { validityOf } from './validity.ts';

/** A paper of the client that is one of the pack's permits. */
export type PermitPaper = {
  readonly permitId: string;
  readonly documentId: string;
  /** What is written on it, as far as we wrote it down. */
  readonly text: string;
  readonly isExpired: boolean;
  readonly validUntil?: CalendarDate | 'forever';
};

/**
 * The client's papers as permits of a pack. A paper is a permit when it is filed under a kind that fits and that kind or
 * the title names it; a partner's paper must say in its title that it is one, unless the title is the permit's own name.
 * One paper may be several permits.
 */
export function permitPapers(
  papers: readonly PaperFacts[],
  { permits }: CategoryPack,
  today: CalendarDate,
): PermitPaper[] {
  return papers.flatMap((paper) => {
    return permitsNamed(paper, permits).map(({ id }) => ({
      permitId: id,
      documentId: paper.documentId,
      text: [paper.title, paper.remark].filter(Boolean).join('\n'),
      isExpired: validityOf(paper.validUntil, today).state === 'expired',
      ...(paper.validUntil !== undefined && { validUntil: paper.validUntil }),
    }));
  });
}

/** The permits that a paper of this kind and title is. */
export function permitsNamed(
  paper: Pick<PaperFacts, 'kind' | 'title'>,
  permits: readonly Permit[],
): Permit[] {
  const key = nameKey(paper.title ?? '');
  return permits.filter((permit) => permit.filedAs.includes(paper.kind) && isNamed(paper, key, permit));
}

/** Words by which a title says that the paper is another company's. */
const partnerWords =
  /合作(方|公司|医院|机构|商家|企业|网点|快递|期刊|慈善)|对方|入驻|发行方|技术(方|主体)|供应商|门店|partner|issuer|supplier/iu;

function isNamed(
  { kind, title = '' }: Pick<PaperFacts, 'kind' | 'title'>,
  key: string,
  permit: Permit,
): boolean {
  const { name, words } = keysOf(permit);
  if (key === name) return true;
  const isTheirs = permit.sort !== 'agreement' && permit.sort !== 'own_text' && partnerWords.test(title);
  if (isTheirs !== (permit.isPartners === true)) return false;
  if (kind === permit.ownKind) return true;
  return words.some((word) => key.includes(word));
}

type PermitKeys = { readonly name: string; readonly words: readonly string[] };

const known = new WeakMap<Permit, PermitKeys>();

/** A permit's name and words in the form in which they are compared, worked out once. */
function keysOf(permit: Permit): PermitKeys {
  const keys = known.get(permit) ?? {
    name: nameKey(permit.name.zh),
    words: [permit.name.en, ...permit.words].map(nameKey),
  };
  known.set(permit, keys);
  return keys;
}

/** The permits at hand with what is written on each, as a formula is judged by them. */
export function atHandOf(papers: readonly PermitPaper[]): Map<string, readonly string[]> {
  const atHand = new Map<string, readonly string[]>();
  for (const { permitId, text } of papers) atHand.set(permitId, [...(atHand.get(permitId) ?? []), text]);
  return atHand;
}

/** How far one paper by itself is what a leaf asks for, whatever its dates: missing when it is another paper. */
export const permitState = (
  leaf: AtomLeaf,
  paper: PaperFacts,
  pack: CategoryPack,
  today: CalendarDate,
): FormulaState => leafState(leaf, { atHand: atHandOf(permitPapers([paper], pack, today)) });

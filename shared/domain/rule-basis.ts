import type { Provenance, RulePack, RuleText, StatementRule, TrustTag } from './rule-pack.ts';

/** The leaf of a pack that a statement rests on: where it stands (e.g. `clocks.review`) and on whose word. */
export type RuleBasis = Provenance & { readonly packId: string; readonly place: string };

/** A text of a pack with the leaf it comes from. */
export type BasedText = { readonly text: RuleText; readonly basis: RuleBasis };

export function basisAt(pack: RulePack, place: string, { tag, source, asOf }: Provenance): RuleBasis {
  return { packId: pack.id, place, tag, source, asOf };
}

/** Our own word that a pack says nothing of a matter. */
export function silenceOf(pack: RulePack, place: string): RuleBasis {
  return { packId: pack.id, place, tag: 'I', source: ['OWN'], asOf: pack.asOf };
}

const textParts = ['statements', 'aftercare', 'unknowns', 'conflicts'] as const;
type TextPart = (typeof textParts)[number];

/** Every text of one part of a pack, in its order. */
export function textsOf(pack: RulePack, part: TextPart): BasedText[] {
  const rules: readonly StatementRule[] = pack[part];
  return rules.map((rule) => ({ text: rule.text, basis: basisAt(pack, `${part}.${rule.id}`, rule) }));
}

/** The text that stands at a place of a pack, e.g. `statements.no_individuals`; undefined where there is none. */
export function textAt(pack: RulePack | undefined, place: `${TextPart}.${string}`): BasedText | undefined {
  const part = textParts.find((one) => place.startsWith(`${one}.`));
  if (pack === undefined || part === undefined) return undefined;
  return textsOf(pack, part).find(({ basis }) => basis.place === place);
}

const byTrust: readonly TrustTag[] = ['V', 'F', 'P', 'S', 'I', 'M'];

/** Lower is more to be trusted; the firm's own word stands behind the platform's. */
export const distrustOf = (tag: TrustTag): number => byTrust.indexOf(tag);

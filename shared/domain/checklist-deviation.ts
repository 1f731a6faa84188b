import type { EvaluatedItem } from './checklist-state.ts';
import type { Finding } from './pre-check.ts';

/**
 * The checklist with what the pre-check knows of its papers: a line whose paper says something else than the paper
 * that decides will not do, although it is there. Lines that are open already keep their own reason.
 */
export function withDeviation<Item extends EvaluatedItem>(item: Item, findings: readonly Finding[]): Item {
  if (!onFileStates.has(item.state)) return item;
  const deviation = deviationOf(item, findings);
  if (deviation === undefined) return item;
  return { ...item, state: 'rejected', reason: { code: 'deviates', text: deviation.text } };
}

const onFileStates: ReadonlySet<string> = new Set(['satisfied', 'expiring', 'to_confirm']);

const deviationOf = (
  { requirementId }: Pick<EvaluatedItem, 'requirementId'>,
  findings: readonly Finding[],
): Finding | undefined =>
  findings.find(
    ({ level, place, expected }) =>
      level === 'blocker' &&
      expected !== undefined &&
      place.at === 'item' &&
      place.documentId !== undefined &&
      place.requirementId === requirementId,
  );

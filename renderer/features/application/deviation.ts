import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { Finding } from '#shared/domain/pre-check.ts';

type Line = { readonly requirement: Pick<ApplicationItem['requirement'], 'requirementId' | 'state'> };

/** What holds the submission back although a paper is there: it says something else than the paper that decides. */
export const deviationOf = (
  { requirement: { requirementId, state } }: Line,
  findings: readonly Finding[],
): Finding | undefined =>
  state === 'not_needed'
    ? undefined
    : findings.find(
        ({ level, place, expected }) =>
          level === 'blocker' &&
          expected !== undefined &&
          place.at === 'item' &&
          place.documentId !== undefined &&
          place.requirementId === requirementId,
      );

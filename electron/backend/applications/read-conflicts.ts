import { differencesOf, isContradicted } from '#shared/domain/paper-differences.ts';
import { sayingsOf } from '#shared/domain/paper-sayings.ts';
import type { PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import type { Backend } from '#backend/backend.ts';
import { recordedFactsOf } from '#backend/clients/recorded-facts.ts';
import { keptReading } from '#backend/documents/reading/kept.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';

/**
 * The papers with what was read off those that are another's, where nobody has noted what they say: it stands in the matrix beside
 * what is on file, though nobody has confirmed it. A reading that agrees, or only lacks something, adds nothing.
 */
export function withReadConflicts(
  backend: Backend,
  clientId: string,
  papers: PreCheckFacts['papers'],
): PreCheckFacts['papers'] {
  const rows = new Map(listDocumentsOfClient(backend, clientId).map((row) => [row.id, row]));
  const recorded = recordedFactsOf(backend, clientId);
  return papers.map((paper): PaperFacts => {
    const row = rows.get(paper.documentId);
    if (row === undefined) return paper;
    const differences = differencesOf(row, sayingsOf(row, keptReading(backend, row).fields), recorded);
    if (!isContradicted(differences)) return paper;
    const read = differences.flatMap(({ field, says, weight }) =>
      weight === 'conflict' ? [[field, says] as const] : [],
    );
    return { ...paper, read: Object.fromEntries(read) };
  });
}

import type { DocumentRow } from '#shared/contract/documents.ts';
import type { PaperCheck } from '#shared/contract/renewal.ts';
import { comparedCount, differencesOf } from '#shared/domain/paper-differences.ts';
import { sayingsOf } from '#shared/domain/paper-sayings.ts';
import type { Backend } from '#backend/backend.ts';
import { recordedFactsOf } from '#backend/clients/recorded-facts.ts';
import { keptReading } from '#backend/documents/reading/kept.ts';

/** What is known of a new paper held against the client; one that is nobody's yet against the holder of the old one. */
export function checkPaper(backend: Backend, renewed: DocumentRow, old: DocumentRow): PaperCheck {
  const { state, waiting, fields } = keptReading(backend, renewed);
  const paper = { kind: renewed.kind, contactId: renewed.contactId ?? old.contactId };
  const recorded = recordedFactsOf(backend, renewed.clientId);
  const sayings = sayingsOf(renewed, fields);
  return {
    state,
    waiting: [...waiting],
    comparedCount: comparedCount(paper, sayings, recorded),
    differences: differencesOf(paper, sayings, recorded),
  };
}

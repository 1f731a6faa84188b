import type { Backend } from './backend.ts';
import { readMadeBy, writeMadeBy } from './db/made-by.ts';
import {
  clientsWithOpenApplications,
  deriveObligations,
  recomputeAllObligations,
} from './obligations/service.ts';
import { deriveSearch, recomputeSearch } from './search/service.ts';
import { deriveSummaries, recomputeAllSummaries } from './summaries/service.ts';

/**
 * Derived rows follow every change in its own transaction, in this order: summaries read the obligations.
 */
export function connectDerivations(backend: Backend): void {
  backend.changes.addDerivation((touched) => deriveObligations(backend, touched));
  backend.changes.addDerivation((touched) => deriveSummaries(backend, touched));
  backend.changes.addDerivation((touched) => deriveSearch(backend, touched));
  refreshAfterUpgrade(backend);
}

/**
 * Derived rows are made by the program and the rules of their day. When either has changed since, they are made anew
 * before anybody reads them.
 */
function refreshAfterUpgrade(backend: Backend): void {
  const madeBy = [backend.version, ...backend.rules.all.map(({ sha256 }) => sha256)].join(' ');
  if (readMadeBy(backend.db) === madeBy) return;
  recomputeAllObligations(backend);
  recomputeAllSummaries(backend);
  recomputeSearch(backend);
  writeMadeBy(backend.db, madeBy);
}

/** Overnight a paper may have run out: what depends on the day is made anew for the clients whom it can touch. */
export function deriveForNewDay(backend: Backend): void {
  const touched = clientsWithOpenApplications(backend).map((id) => ({
    table: 'clients' as const,
    id,
    clientId: id,
  }));
  backend.db
    .transaction(() => {
      deriveObligations(backend, touched);
      deriveSummaries(backend, touched);
    })
    .immediate();
}

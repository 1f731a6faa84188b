import type { PreCheckReport } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import { matrixGrid } from '#shared/domain/matrix-grid.ts';
import { categoryVerdicts } from '#shared/domain/pre-check-permits.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import type { Backend } from '#backend/backend.ts';
import { advisedItems } from './needed.ts';
import { categoriesOfApplication, packOfApplication } from './pack-of.ts';
import { preCheckFacts } from './pre-check.ts';
import { findApplication } from './queries.ts';
import { withReadConflicts } from './read-conflicts.ts';

/** Judges an application by the version of the rules it was opened with. Throws AppError NOT_FOUND. */
export function preCheckApplication(backend: Backend, id: string): PreCheckReport {
  const record = findApplication(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id });
  const { pack, sha256 } = packOfApplication(backend, record);
  const list = categoriesOfApplication(backend, record);
  const categories = list?.pack;
  const facts = preCheckFacts(backend, record, pack);
  return {
    on: facts.today,
    rulePack: { id: pack.id, version: pack.version, sha256 },
    categoryList:
      list === undefined ? null : { id: list.pack.id, version: list.pack.version, sha256: list.sha256 },
    leastMissing: advisedItems(backend, record, facts.items),
    categories: categories === undefined ? [] : categoryVerdicts(facts, categories),
    ...preCheck(facts, pack, categories),
    grid: matrixGrid({ ...facts, papers: withReadConflicts(backend, record.client_id, facts.papers) }),
  };
}

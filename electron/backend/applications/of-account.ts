import type { AccountOrder } from '#shared/contract/account-pages.ts';
import type { Backend } from '#backend/backend.ts';
import { packOfApplication } from './pack-of.ts';
import { applicationsOfAccount, attemptsOf, paperIdsOf } from './queries.ts';
import { applicationRowsOf } from './service.ts';

/** All applications of one account, newest first, each with its submissions. */
export function listApplicationsOfAccount(backend: Backend, accountId: string): AccountOrder[] {
  const records = applicationsOfAccount(backend.db, accountId);
  const attempts = attemptsOf(
    backend.db,
    records.map(({ id }) => id),
  );
  const rows = new Map(applicationRowsOf(backend, records).map((row) => [row.id, row]));
  return records.flatMap((record) => {
    const row = rows.get(record.id);
    if (row === undefined) return [];
    const own = attempts.filter((attempt) => attempt.application_id === record.id);
    return [
      {
        ...row,
        closedAtMs: record.closed_at_ms,
        refillMax: packOfApplication(backend, record).pack.refills?.max ?? null,
        attempts: own.map((attempt) => ({
          id: attempt.id,
          attemptNo: attempt.attempt_no,
          submittedAtMs: attempt.submitted_at_ms,
          outcome: attempt.outcome,
          returnedAtMs: attempt.returned_at_ms,
        })),
      },
    ];
  });
}

/** Keys of the papers that the checklists of the account's applications hold. */
export function paperIdsOfAccount({ db }: Pick<Backend, 'db'>, accountId: string): string[] {
  return paperIdsOf(db, accountId).map(({ id }) => id);
}

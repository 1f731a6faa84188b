import { nextNumber } from '#backend/applications/opening.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { keepPack } from '#backend/rules/keep.ts';
import { newestPackFor } from '#backend/rules/newest.ts';
import { addYears, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { Firm, FirmAccount } from './firm.ts';
import { randomFrom } from './random.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The years behind a client draw numbers of their own, so that its present is the same with and without them. */
const pastSeed = 7_919;

/**
 * The orders of a client's accounts in the years before, the oldest of each a first certification, the others reviews,
 * all passed. Written as rows: stepping through so many would take minutes. Returns how many.
 */
export function addPastOrders(
  backend: Backend,
  change: Change,
  firm: Firm,
  { seed, no, years }: { readonly seed: number; readonly no: number; readonly years: number },
): number {
  const random = randomFrom(seed * 1_000_003 + no + pastSeed);
  let added = 0;
  for (const account of firm.accounts) {
    for (let ago = years; ago >= 1; ago -= 1) {
      const kind = ago === years ? 'first_certification' : 'annual_review';
      const openedAtMs = backend.clock.nowMs() - (ago * 365 + random.below(300)) * dayMs;
      const days = { toSubmit: 1 + random.below(9), toPass: 3 + random.below(12) };
      if (addPassed(backend, change, firm, account, { kind, openedAtMs, ...days })) added += 1;
    }
  }
  return added;
}

interface Passed {
  readonly kind: 'first_certification' | 'annual_review';
  readonly openedAtMs: number;
  readonly toSubmit: number;
  readonly toPass: number;
}

/** False where the rules know no such order. */
function addPassed(
  backend: Backend,
  change: Change,
  { clientId, entityType, consultantId }: Firm,
  { id: accountId, account }: FirmAccount,
  { kind, openedAtMs, toSubmit, toPass }: Passed,
): boolean {
  const loaded = newestPackFor(backend.rules.all, account, kind, entityType);
  if (loaded === undefined) return false;
  keepPack(backend, change, loaded);
  const submittedAtMs = openedAtMs + toSubmit * dayMs;
  const closedAtMs = submittedAtMs + toPass * dayMs;
  const id = change.insert('applications', {
    number: nextNumber(backend, openedAtMs),
    client_id: clientId,
    account_id: accountId,
    kind,
    rule_pack_id: loaded.pack.id,
    rule_pack_version: loaded.pack.version,
    rule_pack_sha256: loaded.sha256,
    entity_type: entityType,
    consultant_id: consultantId,
    stage: 'passed',
    stage_since_at_ms: closedAtMs,
    opened_at_ms: openedAtMs,
    submitted_at_ms: submittedAtMs,
    authorised_at_ms: submittedAtMs + 2 * hourMs,
    paid_at_ms: submittedAtMs + 3 * hourMs,
    closed_at_ms: closedAtMs,
    certified_until_on: addYears(dateOfInstant(closedAtMs), 1),
  });
  const attempt = { application_id: id, attempt_no: 1, submitted_at_ms: submittedAtMs };
  change.insert('attempts', { ...attempt, outcome: 'passed' });
  return true;
}

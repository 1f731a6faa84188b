import type { StartCheck, StartKind, startDoubts, startRefusals } from '#shared/contract/bulk-accounts.ts';
import { isAppError } from '#shared/contract/errors.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { Working } from '#shared/contract/work.ts';
import { askedByAccount, checkedOpening, hasPassed } from '#backend/applications/opening.ts';
import type { Backend } from '#backend/backend.ts';
import { noDate } from '#backend/summaries/name-order.ts';
import { turnToOthers, working } from '#backend/work.ts';

type Doubt = (typeof startDoubts)[number];

interface Refusal {
  readonly reason: (typeof startRefusals)[number];
  /** Of the application under way. */
  readonly number: string | null;
  readonly error: AppError;
}

/** What one account would begin, and what stands against it. */
export interface Start {
  readonly named: Pick<StartCheck['refused'][number], 'id' | 'name' | 'clientName' | 'kind'>;
  readonly refusal: Refusal | undefined;
  readonly doubts: readonly Doubt[];
}

interface Account {
  readonly id: string;
  /** First day on which the platform takes the review; sorts behind every date where there is none. */
  readonly opens_sort: string;
}

interface StartQuestion {
  readonly accounts: readonly Account[];
  /** Undefined: what each asks for. */
  readonly kind: StartKind | undefined;
  readonly doubts: boolean;
}

/** How long accounts are looked at at a stretch; a call that comes in between waits no longer than this and one. */
const sliceMs = 15;

/** What each of the accounts would begin; one that was thrown away is left out. Throws AppError CANCELLED. */
export async function* weighStarts(
  backend: Backend,
  { accounts, kind, doubts }: StartQuestion,
  signal: AbortSignal | undefined,
): AsyncGenerator<Working, Start[]> {
  const starts: Start[] = [];
  let endsAt = performance.now() + sliceMs;
  for (const [index, account] of accounts.entries()) {
    if (performance.now() > endsAt) {
      yield working(index, accounts.length);
      await turnToOthers(signal);
      endsAt = performance.now() + sliceMs;
    }
    const named = namedStart(backend, account.id, kind);
    if (named === undefined) continue;
    const refusal = refusalOf(backend, named);
    const asked = doubts && refusal === undefined;
    starts.push({ named, refusal, doubts: asked ? doubtsAbout(backend, account, named.kind) : [] });
  }
  return starts;
}

function namedStart(backend: Backend, id: string, kind: StartKind | undefined): Start['named'] | undefined {
  try {
    const asked = askedByAccount(backend, id);
    return { ...asked, kind: kind ?? asked.kind };
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** Why the account can't begin it; the words are told by the reason, the error is the single order's. */
function refusalOf(backend: Backend, { id: accountId, kind }: Start['named']): Refusal | undefined {
  try {
    checkedOpening(backend, { accountId, kind });
    return undefined;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { data } = error;
    switch (error.code) {
      case 'ACTION_NOT_ALLOWED':
        return { reason: 'already_open', number: 'stage' in data ? data.stage : null, error };
      case 'ACCOUNT_KIND_UNFIT':
        return { reason: 'kind_unfit', number: null, error };
      case 'RULES_NOT_COVERED':
        return { reason: 'not_covered', number: null, error };
      default:
        throw error;
    }
  }
}

function doubtsAbout(backend: Backend, { id, opens_sort: opensOn }: Account, kind: StartKind): Doubt[] {
  if (kind === 'annual_review')
    return opensOn !== noDate && opensOn > backend.clock.today() ? ['too_early'] : [];
  return hasPassed(backend, id, kind) ? ['passed_before'] : [];
}

import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { applicationIds } from '../find-application.ts';
import { withSession } from '../session.ts';

/** What the checklist, the clocks and the pre-check of an application, or of all those of a client, say now. */
export const check: Command = async (args, options) => {
  const { argument } = oneArgument(args, {}, 'the client or application');
  return withSession(options, async ({ call, backend }) => {
    const ids = await applicationIds(call, argument.trim());
    const applications = await Promise.all(
      ids.map(async (id) => {
        const [details, preCheck] = await Promise.all([
          call.applications.get({ id }),
          call.applications.preCheck({ id }),
        ]);
        return { ...reportOf(details), preCheck };
      }),
    );
    return { output: { today: backend.clock.today(), applications } };
  });
};

function reportOf(details: ApplicationDetails) {
  const { application, client, account, counts, items, clocks, running } = details;
  return {
    id: application.id,
    number: application.number,
    client: { id: client.id, name: client.name, creditCode: client.creditCode },
    account: { id: account.id, name: account.name, certifiedUntilOn: account.certifiedUntilOn },
    kind: application.kind,
    ...(application.category && { category: application.category }),
    stage: application.stage,
    stageSinceAtMs: application.stageSinceAtMs,
    rulePack: `${application.rulePackId} ${application.rulePackVersion}`,
    counts,
    items: items.map(({ id, requirement, decision, remark, documents }) => ({
      id,
      ...requirement,
      decision,
      remark,
      documents: documents.map((document) => ({
        id: document.id,
        kind: document.kind,
        validUntil: document.validUntil,
        stated: document.stated,
      })),
    })),
    clocks,
    running: running?.clock ?? null,
    ledger: ledgerOf(details),
  };
}

/** Every submission with its answer and fee, what lapsed before anybody looked, the calls, and what a failure loses. */
function ledgerOf({ attempts, lapses, calls, refillMax, running }: ApplicationDetails) {
  const { knownFen, hasUnknown } = feesCharged(attempts);
  return {
    attempts,
    lapses,
    calls,
    returnCount: attempts.filter(({ returnedAtMs }) => returnedAtMs !== null).length,
    refillMax,
    platformFeeAtStakeFen: running === null ? 0 : knownFen,
    hasUnknownFee: hasUnknown,
  };
}

import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { clientIdOf, findApplication } from '../find-client.ts';
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

/** An application by id or number, or a client by id, credit code or name. */
async function applicationIds(call: LocalClient, subject: string): Promise<string[]> {
  const own = await findApplication(call, subject);
  if (own !== undefined) return [own];
  const clientId = await clientIdOf(call, subject);
  return (await call.clients.get({ id: clientId })).applications.map(({ id }) => id);
}

function reportOf({ application, client, account, counts, items, clocks, running }: ApplicationDetails) {
  return {
    id: application.id,
    number: application.number,
    client: { id: client.id, name: client.name, creditCode: client.creditCode },
    account: { id: account.id, name: account.name, certifiedUntilOn: account.certifiedUntilOn },
    kind: application.kind,
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
  };
}

import type { TestBackend } from './backend.ts';

/** Constructed clients with mini programs: `perClient` accounts for each, in the order of the clients. */
export async function accountsFirm({ call }: Pick<TestBackend, 'call'>, clients: number, perClient = 1) {
  const clientIds: string[] = [];
  const accountIds: string[] = [];
  for (let n = 0; n < clients; n += 1) {
    const { id: clientId } = await call.clients.create({ name: `示例${n}`, entityType: 'company' });
    clientIds.push(clientId);
    for (let k = 0; k < perClient; k += 1) {
      const account = { platform: 'wechat', kind: 'mini_program', name: `号${n}.${k}` } as const;
      accountIds.push((await call.accounts.create({ clientId, account })).id);
    }
  }
  return { clientIds, accountIds };
}

/** A consultant of that name; returns the id. */
export async function consultantNamed({ call }: Pick<TestBackend, 'call'>, name: string): Promise<string> {
  const consultant = { name, phone: null, email: null, weeklyCapacity: null };
  return (await call.consultants.save({ id: null, consultant })).id;
}

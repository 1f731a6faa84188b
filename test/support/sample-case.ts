import { makeCreditCode } from '#shared/domain/credit-code.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { LocalClient } from '#backend/router.ts';

/** A constructed client with one mini program, made through the contract. */
export async function createSampleCase(
  call: LocalClient,
  { entityType = 'company', name = '示例归樾家居用品有限公司', serial = '0' }: SampleCase = {},
) {
  const prefix = entityType === 'sole_trader' ? '92' : entityType === 'public_institution' ? '12' : '91';
  const creditCode = makeCreditCode(`${prefix}440399MAXA0000${serial}`);
  const client = await call.clients.create({ name, entityType, creditCode });
  const account = await call.accounts.create({
    clientId: client.id,
    account: { platform: 'wechat', kind: 'mini_program', name: '示例归樾商城' },
  });
  return { clientId: client.id, accountId: account.id };
}

interface SampleCase {
  readonly entityType?: EntityType;
  readonly name?: string;
  /** One digit that keeps several clients apart. */
  readonly serial?: string;
}

import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { platforms } from '#shared/domain/platform.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import * as scans from '#test/support/scans.ts';

describe('rules.comparison', () => {
  it('has every platform, and of WeChat what its pack says', async () => {
    const { call } = openTestBackend();
    const { on, platforms: compared } = await call.rules.comparison();
    expect(on).toBe('2026-09-22');
    expect(compared.map(({ platform }) => platform)).toEqual([...platforms]);
    expect(compared[0]?.rules).toMatchObject({
      packId: 'wechat.mp.certification',
      review: { state: 'known', value: { unit: 'working_day', total: 15 } },
    });
    expect(compared[0]?.rules?.subjects).toHaveLength(entityTypes.length);
  });
});

describe('clients.strategy', () => {
  it('is made from the client’s accounts, orders, papers and fees', async () => {
    const { call, backend } = openTestBackend();
    const { clientId, accountId } = await createSampleCase(call);
    const before = await call.clients.strategy({ id: clientId });
    expect(before.core).toEqual({ platform: 'wechat', why: 'advice' });
    expect(before.steps[0]).toMatchObject({
      id: `certify:${accountId}`,
      begin: { accountId, kind: 'first_certification' },
    });
    expect(before.cost).toMatchObject({ yearlyFen: 30_000, knownCount: 1, chargedFen: 0 });
    expect(before.sources.map(({ code }) => code)).toContain('S0');

    const application = await call.applications.create({ accountId, kind: 'first_certification' });
    const [going] = (await call.clients.strategy({ id: clientId })).steps;
    expect(going).toMatchObject({
      begin: null,
      underWay: { applicationId: application.id, stage: 'collecting' },
    });

    const certifiedUntilOn = calendarDate('2026-11-01');
    await call.accounts.update({
      id: accountId,
      base: { certifiedUntilOn: null, category: null },
      changes: { certifiedUntilOn, category: '餐饮-餐饮服务场所' },
    });
    const { steps } = await call.clients.strategy({ id: clientId });
    expect(steps.map(({ action }) => action).slice(0, 2)).toEqual(['renew', 'plan_permit']);
    expect(steps[0]?.reasons[0]).toMatchObject({ code: 'window_open', days: 40 });
    expect(steps[1]?.reasons[0]).toMatchObject({
      code: 'permit_missing',
      basis: { from: 'rule', packId: 'wechat.mp.categories', tag: 'P', source: ['S25'] },
    });
    const file = scans.fileIn(temporaryFolder(), 'permit.png', await scans.picture('png', 1));
    const files = [{ token: backend.tokens.grant(file) }];
    const adding = { clientId, kind: 'food_business_permit', title: '食品经营许可证', files } as const;
    for await (const progress of await call.documents.add(adding)) void progress;
    const { steps: permitted, sources } = await call.clients.strategy({ id: clientId });
    expect(permitted.map(({ action }) => action)).not.toContain('plan_permit');
    expect(sources.map(({ code }) => code)).not.toContain('S25');
  });

  it('adds the platform fees of the last 365 days', async () => {
    const { call } = openTestBackend();
    const { clientId } = await createSampleCase(call);
    const fee = { title: '审核费', amountFen: 30_000, dueOn: null, invoiceNumber: null };
    for (const [kind, day] of [
      ['platform', '2025-09-23'],
      ['platform', '2025-09-22'],
      ['service', '2026-09-01'],
    ] as const) {
      await call.fees.save({ clientId, id: null, fee: { ...fee, kind, chargedOn: calendarDate(day) } });
    }
    expect((await call.clients.strategy({ id: clientId })).cost.chargedFen).toBe(30_000);
  });

  it('refuses a client that is not there', async () => {
    const { call } = openTestBackend();
    expect(await failureOf(call.clients.strategy({ id: 'nobody' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'clients', id: 'nobody' },
    });
  });
});

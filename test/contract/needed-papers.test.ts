import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

/** A paper with one page, as the tests of the rules need it. */
function addPaper(
  { db }: Backend,
  paper: {
    readonly id: string;
    readonly clientId: string;
    readonly kind: DocumentKind;
    readonly title?: string;
  },
): void {
  const { id, clientId, kind, title = '' } = paper;
  db.prepare(
    `INSERT INTO documents (id, client_id, kind, title, valid_forever, created_at_ms, updated_at_ms)
     VALUES (?, ?, ?, ?, 1, 0, 0)`,
  ).run(id, clientId, kind, title);
  db.prepare(
    `INSERT INTO document_versions (id, document_id, version_no, part, sha256, original_name, media_type, size_bytes, page_count,
       created_at_ms, updated_at_ms) VALUES (?, ?, 1, 'whole', ?, 'x.png', 'image/png', 1, 1, 0, 0)`,
  ).run(`${id}-1`, id, 'a'.repeat(64));
}

async function twoPrograms(call: ReturnType<typeof openTestBackend>['call']) {
  const { clientId, accountId } = await createSampleCase(call);
  const second = await call.accounts.create({
    clientId,
    account: {
      platform: 'wechat',
      kind: 'mini_program',
      name: '示例归樾到家',
      category: '商家自营-食品饮料',
    },
  });
  await call.accounts.update({
    id: accountId,
    base: { category: null },
    changes: { category: '餐饮服务-餐饮服务场所/餐饮服务管理企业' },
  });
  const create = (id: string) => call.applications.create({ accountId: id, kind: 'first_certification' });
  return { clientId, accountId, secondId: second.id, create };
}

describe('what a client still needs', () => {
  test('is one plan over its open applications and the categories of its accounts', async () => {
    const { call } = openTestBackend();
    const { clientId, accountId, secondId, create } = await twoPrograms(call);
    const first = await create(accountId);
    await create(secondId);
    const plan = await call.clients.neededPapers({ id: clientId });
    expect(plan.isCheapest).toBe(true);
    const licence = plan.papers.find(({ key }) => key === 'kind.business_licence');
    expect(licence?.serves).toHaveLength(2);
    const food = plan.papers.find(({ key }) => key === 'kind.food_business_permit');
    expect(food?.serves.map(({ by }) => by)).toEqual(['category', 'category']);
    expect(plan.applications.map(({ items }) => items.some(({ isMet }) => isMet))).toEqual([false, false]);
    const { items } = await call.applications.get({ id: first.id });
    expect(items.map(({ requirement }) => requirement.requirementId)).toEqual(
      expect.arrayContaining(plan.applications[0]?.items.map(({ requirementId }) => requirementId) ?? []),
    );
  });

  test('follows the papers, the firm’s word and the end of an application', async () => {
    const { call, backend } = openTestBackend();
    const { clientId, accountId, create } = await twoPrograms(call);
    const { id } = await create(accountId);
    const linesOf = async () =>
      (await call.clients.neededPapers({ id: clientId })).papers.map(({ act, key }) => `${act} ${key}`);
    addPaper(backend, { id: 'licence', clientId, kind: 'business_licence' });
    expect(await linesOf()).toContain('attach file.licence');
    await call.applications.attach({ itemId: `${id}.subject.business_licence`, documentId: 'licence' });
    expect((await linesOf()).join()).not.toContain('licence');
    await call.applications.decideItem({
      itemId: `${id}.subject.business_licence`,
      decision: 'rejected',
      reason: '模糊',
    });
    expect(await linesOf()).toContain('replace kind.business_licence');
    addPaper(backend, { id: 'food', clientId, kind: 'food_business_permit', title: '食品经营许可证' });
    expect((await linesOf()).join()).not.toContain('food');
    await call.applications.trash({ id });
    expect(await linesOf()).toEqual([]);
    await expect(call.clients.neededPapers({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the advice on an application', () => {
  test.each(certificationPack.coveredEntityTypes)(
    'names for a %s what the plan of its client names, whatever is on file',
    async (entityType) => {
      const { call, backend } = openTestBackend();
      const { clientId, accountId } = await createSampleCase(call, { entityType });
      const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
      const same = async () => {
        const { papers } = await call.clients.neededPapers({ id: clientId });
        const named = papers.flatMap(({ serves }) =>
          serves.map((each) => (each.by === 'application' ? each.requirementId : '')),
        );
        const { leastMissing } = await call.applications.preCheck({ id });
        expect([...leastMissing].sort()).toEqual([...new Set(named)].sort());
        return leastMissing;
      };
      const first = await same();
      expect(first.length).toBeGreaterThan(0);
      // Of every choice the option that was not taken is on file: now it costs nothing.
      const { items } = await call.applications.get({ id });
      const others = items.filter(
        ({ requirement: { choices, blocks, requirementId } }) =>
          blocks && choices.length > 0 && !first.includes(requirementId),
      );
      for (const { requirement } of others)
        for (const kind of requirement.accepts) addPaper(backend, { id: `held ${kind}`, clientId, kind });
      const second = await same();
      if (entityType === 'public_institution') expect(second).not.toEqual(first);
      for (const item of items)
        await call.applications.decideItem({ itemId: item.id, decision: 'not_needed' });
      expect(await same()).toEqual([]);
    },
  );
});

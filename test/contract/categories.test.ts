import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { LocalClient } from '#backend/router.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

async function openCase(call: LocalClient, category: string) {
  const { clientId, accountId } = await createSampleCase(call);
  await call.accounts.update({ id: accountId, base: { category: null }, changes: { category } });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { id, clientId };
}

/** A paper without a file, as the tests of the rules need it. */
async function addPaper(
  { call, backend }: { readonly call: LocalClient; readonly backend: Backend },
  clientId: string,
  paper: { readonly kind: DocumentKind; readonly title: string; readonly until?: string },
): Promise<string> {
  const id = `paper-${paper.title}`;
  backend.db
    .prepare(
      `INSERT INTO documents (id, client_id, kind, title, valid_until_on, valid_forever, created_at_ms, updated_at_ms)
       VALUES (?, ?, ?, ?, ?, 0, 0, 0)`,
    )
    .run(id, clientId, paper.kind, paper.title, paper.until ?? null);
  await call.documents.get({ id });
  return id;
}

const permitChecks = async (call: LocalClient, id: string) => {
  const { findings } = await call.applications.preCheck({ id });
  return findings.filter(({ place, check }) => place.at === 'category' || check === 'permit_expired');
};

describe('the categories', () => {
  test('are handed out with their pack', async () => {
    const { call } = openTestBackend();
    const [loaded] = await call.rules.categories();
    expect(loaded?.pack).toMatchObject({ id: 'wechat.mp.categories', version: '2026.11' });
    expect(loaded?.pack.categories.length).toBeGreaterThan(200);
  });

  test('are judged in the pre-check by papers and scope', async () => {
    const test = openTestBackend();
    const { call } = test;
    const { id, clientId } = await openCase(call, '餐饮-餐饮服务场所、商家自营-珠宝玉石');
    expect(await permitChecks(call, id)).toMatchObject([
      {
        check: 'permit_missing',
        level: 'blocker',
        expected: { zh: expect.stringContaining('食品经营许可证') as string },
      },
      { check: 'permit_question', level: 'may_ask' },
    ]);
    await addPaper(test, clientId, {
      kind: 'food_business_permit',
      title: '食品经营许可证',
      until: '2026-01-31',
    });
    await call.clients.update({
      id: clientId,
      base: { businessScope: null },
      changes: { businessScope: '服装零售' },
    });
    const { categories } = await call.applications.preCheck({ id });
    expect(await permitChecks(call, id)).toMatchObject([
      { check: 'permit_expired', level: 'blocker', found: '2026-01-31' },
      { check: 'scope_missing', level: 'warning' },
    ]);
    expect(categories.map(({ categoryId, state }) => [categoryId, state])).toEqual([
      ['catering.place', 'missing'],
      ['shop.jewellery', 'missing'],
    ]);
  });

  test('say nothing about an account without a category, or of another kind', async () => {
    const { call } = openTestBackend();
    const { accountId } = await createSampleCase(call);
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { categories, findings } = await call.applications.preCheck({ id });
    expect(categories).toEqual([]);
    expect(findings.filter(({ place }) => place.at === 'category')).toEqual([]);
  });

  test('are judged for a client whatever its accounts are', async () => {
    const test = openTestBackend();
    const { call } = test;
    const { clientId } = await createSampleCase(call);
    const ask = () => call.applications.judgeCategories({ clientId, text: '医疗器械自营；卖东西' });
    const before = await ask();
    expect(before.unknown).toEqual(['卖东西']);
    expect(before.matches[0]).toMatchObject({
      category: { id: 'medical.devices', cac: false },
      verdict: { state: 'missing' },
      needed: { zh: '医疗器械经营许可证、药品、医疗器械互联网信息服务备案凭证' },
    });
    await addPaper(test, clientId, { kind: 'industry_permit', title: '医疗器械经营许可证' });
    await addPaper(test, clientId, {
      kind: 'filing_certificate',
      title: '药品、医疗器械互联网信息服务备案凭证',
    });
    expect((await ask()).matches[0]).toMatchObject({ verdict: { state: 'met' }, needed: null });
    await expect(call.applications.judgeCategories({ clientId: 'none', text: 'x' })).rejects.toThrow();
    await expect(
      call.applications.judgeCategories({ clientId, text: 'x', platform: 'baidu' }),
    ).rejects.toThrow();
  });
});

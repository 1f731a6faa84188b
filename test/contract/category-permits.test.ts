import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

const kind = 'category_permit';

async function open() {
  const { backend, call } = openTestBackend();
  const { clientId, accountId } = await createSampleCase(call);
  const folder = temporaryFolder();
  let no = 0;

  /** Adds a scan as a drop on the client, or on an item, does; gives the paper's id. */
  async function add(paper: {
    readonly kind: DocumentKind;
    readonly title?: string;
    readonly itemId?: string;
    readonly until?: 'forever' | null;
  }): Promise<string> {
    no += 1;
    const file = scans.fileIn(folder, `${no}.png`, await scans.picture('png', no));
    const { until = 'forever', ...input } = paper;
    const files = [{ token: backend.tokens.grant(file) }];
    const steps = await allOf(await call.documents.add({ clientId, ...input, validUntil: until, files }));
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('nothing was added');
    return last.documentId;
  }
  const apply = async (category: string) =>
    (await call.applications.create({ accountId, kind, category })).id;
  /** The lines of the category, each with its state and the papers that are put to it. */
  async function linesOf(id: string) {
    const { items } = await call.applications.get({ id });
    return items
      .filter(({ requirement }) => requirement.groupId === 'category')
      .map(({ id: itemId, requirement, documents }) => ({
        itemId,
        title: requirement.title.zh,
        state: requirement.state,
        papers: documents.map((document) => document.id),
      }));
  }
  async function lineOf(id: string, title: string) {
    const line = (await linesOf(id)).find((each) => each.title === title);
    if (line === undefined) throw new Error(`no line ${title}`);
    return line;
  }
  const checksOf = async (id: string) =>
    (await call.applications.preCheck({ id })).findings
      .filter(({ place, check }) => place.at === 'category' || check.startsWith('permit'))
      .map(({ check, level }) => [check, level]);
  return { backend, call, clientId, accountId, add, apply, linesOf, lineOf, checksOf };
}

describe('an application for a category', () => {
  test('asks for what the category asks of this client, and takes what is on file', async () => {
    const { add, apply, linesOf, checksOf, call } = await open();
    const licence = await add({ kind: 'business_licence' });
    const permit = await add({ kind: 'industry_permit', title: '医疗器械经营许可证' });
    await add({ kind: 'industry_permit', title: '道路运输经营许可证' });
    const id = await apply('medical.devices');
    const lines = await linesOf(id);
    expect(lines.map(({ title, state }) => [title, state])).toEqual([
      ['互联网药品信息服务资格证书', 'missing'],
      ['药品、医疗器械互联网信息服务备案凭证', 'missing'],
      ['医疗器械生产许可证', 'not_needed'],
      ['医疗器械经营许可证', 'satisfied'],
    ]);
    expect(lines.at(-1)?.papers).toEqual([permit]);
    const { items, application } = await call.applications.get({ id });
    expect(items[0]).toMatchObject({
      requirement: { groupId: 'subject', state: 'satisfied' },
      documents: [{ id: licence }],
    });
    expect(application.category).toEqual({
      id: 'medical.devices',
      path: { zh: '医疗服务-医疗器械自营', en: expect.any(String) as string },
      cac: false,
    });
    expect(await checksOf(id)).toEqual([['permit_missing', 'blocker']]);
  });

  test('takes a paper that comes in later, by its name, and one undo takes it off again', async () => {
    const { add, apply, lineOf, checksOf, call } = await open();
    const id = await apply('life.vet');
    const other = await add({ kind: 'industry_permit', title: '道路运输经营许可证' });
    expect((await lineOf(id, '动物诊疗许可证')).papers).toEqual([]);
    const paper = await add({ kind: 'industry_permit', title: '动物诊疗许可证' });
    expect(await lineOf(id, '动物诊疗许可证')).toMatchObject({ state: 'satisfied', papers: [paper] });
    expect(await checksOf(id)).toEqual([]);
    await call.history.undo();
    expect(await lineOf(id, '动物诊疗许可证')).toMatchObject({ state: 'missing', papers: [] });
    await call.documents.update({
      id: other,
      base: { title: '道路运输经营许可证' },
      changes: { title: '动物诊疗许可证（正本）' },
    });
    expect(await lineOf(id, '动物诊疗许可证')).toMatchObject({ state: 'satisfied', papers: [other] });
  });

  test('names a scan that is dropped on a line as the permit, and leaves off what was taken off', async () => {
    const { add, apply, lineOf, call } = await open();
    const id = await apply('logistics.courier');
    const { itemId } = await lineOf(id, '快递业务经营许可证');
    const paper = await add({ kind: 'industry_permit', itemId });
    expect(await call.documents.get({ id: paper })).toMatchObject({ title: '快递业务经营许可证' });
    expect((await lineOf(id, '快递业务经营许可证')).state).toBe('satisfied');
    await call.applications.detach({ itemId, documentId: paper });
    await call.documents.update({
      id: paper,
      base: { title: '快递业务经营许可证' },
      changes: { title: '快递业务经营许可证（副本）' },
    });
    expect(await lineOf(id, '快递业务经营许可证')).toMatchObject({ state: 'missing', papers: [] });
  });

  test('takes the firm’s word for a paper that nothing names, also in the pre-check', async () => {
    const { add, apply, lineOf, checksOf, call } = await open();
    const id = await apply('life.vet');
    const { itemId } = await lineOf(id, '动物诊疗许可证');
    const paper = await add({ kind: 'industry_permit', title: '许可证 0042' });
    await call.applications.attach({ itemId, documentId: paper });
    expect((await lineOf(id, '动物诊疗许可证')).state).toBe('to_confirm');
    expect(await checksOf(id)).toEqual([['permit_missing', 'blocker']]);
    await call.applications.decideItem({ itemId, decision: 'confirmed' });
    expect((await lineOf(id, '动物诊疗许可证')).state).toBe('satisfied');
    expect(await checksOf(id)).toEqual([]);
  });

  test('reads the licence’s scope off the client, and an answer off its line', async () => {
    const { apply, linesOf, checksOf, call, clientId } = await open();
    const id = await apply('finance.factoring');
    expect((await linesOf(id)).map(({ state }) => state)).toContain('to_confirm');
    await call.clients.update({
      id: clientId,
      base: { businessScope: null },
      changes: { businessScope: '商业保理' },
    });
    expect(await checksOf(id)).toEqual([['permit_question', 'warning']]);
    const [no] = (await linesOf(id)).filter(({ title }) => title === '是否外商投资企业：否');
    if (no === undefined) throw new Error('no question');
    await call.applications.decideItem({ itemId: no.itemId, decision: 'confirmed' });
    expect(await checksOf(id)).toEqual([]);
    expect((await call.applications.get({ id })).counts).toMatchObject({ open: 0, toConfirm: 0 });
  });

  test('judges that one category, whatever the account’s text says', async () => {
    const { apply, checksOf, call, accountId } = await open();
    await call.accounts.update({
      id: accountId,
      base: { category: null },
      changes: { category: '餐饮服务-餐饮服务场所/餐饮服务管理企业、卖东西' },
    });
    const id = await apply('tools.weather');
    const { categories } = await call.applications.preCheck({ id });
    expect(categories.map(({ categoryId, state }) => [categoryId, state])).toEqual([
      ['tools.weather', 'met'],
    ]);
    expect(await checksOf(id)).toEqual([]);
  });

  test('gives the account its category at the pass; undo takes it back', async () => {
    const { apply, call, accountId } = await open();
    await call.accounts.update({
      id: accountId,
      base: { category: null },
      changes: { category: '工具-备忘录' },
    });
    const id = await apply('tools.weather');
    const categoryNow = async () => (await call.applications.get({ id })).account.category;
    await call.applications.step({ id, step: { kind: 'submit' } });
    await call.applications.step({ id, step: { kind: 'pass' } });
    expect(await categoryNow()).toBe('工具-备忘录、工具-天气');
    await call.history.undo();
    expect(await categoryNow()).toBe('工具-备忘录');
    expect((await call.applications.get({ id })).application.stage).toBe('in_review');
  });

  test('goes by its number and category in every list', async () => {
    const { apply, call, clientId } = await open();
    const id = await apply('social.live');
    const { rows } = await call.applications.list({});
    expect(rows).toMatchObject([{ id, kind, category: { id: 'social.live', cac: true } }]);
    const { applications } = await call.clients.get({ id: clientId });
    expect(applications).toMatchObject([{ category: { id: 'social.live' } }]);
  });
});

describe('opening one', () => {
  test('needs a category of the list, and names the one that is not in it', async () => {
    const { apply, call, accountId } = await open();
    expect(await failureOf(apply('catering.moon'))).toEqual({
      code: 'CATEGORY_UNKNOWN',
      data: { category: 'catering.moon' },
    });
    await expect(call.applications.create({ accountId, kind })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(
      call.applications.create({ accountId, kind: 'first_certification', category: 'life.vet' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await call.applications.list({})).total).toBe(0);
  });

  test('is refused for the same category twice, not for another one nor beside another kind', async () => {
    const { apply, call, accountId } = await open();
    await call.applications.create({ accountId, kind: 'first_certification' });
    const id = await apply('life.vet');
    await apply('business.pawn');
    expect(await failureOf(apply('life.vet'))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'already_open' },
    });
    await call.applications.step({ id, step: { kind: 'withdraw' } });
    expect((await call.applications.get({ id })).canBeginAnew).toBe(true);
    await apply('life.vet');
    expect((await call.applications.get({ id })).canBeginAnew).toBe(false);
  });

  test('is not for an account whose platform has no list', async () => {
    const { call, clientId } = await open();
    const account = { platform: 'alipay', kind: 'mini_program', name: '示例归樾商城' } as const;
    const { id } = await call.accounts.create({ clientId, account });
    expect(
      await failureOf(call.applications.create({ accountId: id, kind, category: 'life.vet' })),
    ).toMatchObject({ code: 'RULES_NOT_COVERED' });
  });
});

import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { impliedAnswer } from '#shared/domain/category-answer.ts';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { followingTables } from '#backend/clients/merging/plan.ts';
import { clientPaths, sharedTableNames } from '#backend/db/tables.ts';
import { writePaper } from '#backend/documents/write.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { allTables } from '#test/support/all-tables.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const day = (text: string) => text as CalendarDate;
const code = makeCreditCode('91440399MAXA00014');
const person = {
  name: '示例负责人',
  phone: '13800000000',
  email: null,
  wechat: null,
  idNumber: null,
  availableHours: null,
  isLegalRepresentative: false,
  isAdministrator: true,
  isFinance: false,
  answersCalls: false,
  leftOn: null,
};
const bank = { kind: 'basic' as const, holderName: '示例归樾', bankName: null, accountNumber: '6222000011' };

function paper({ backend }: TestBackend, clientId: string, kind: DocumentKind, contactId?: string) {
  return backend.changes.record('documents.add', (change) => {
    const paper = { clientId, documentId: null, kind, validUntil: null };
    const { documentId: id } = writePaper(backend, change, paper, []);
    if (contactId !== undefined) change.update('documents', id, { contact_id: contactId });
    return id;
  }).result;
}

/** A question that the kind of body does not answer by itself. */
function openQuestion({ backend }: TestBackend): string {
  const questions = backend.categories.all.flatMap(({ pack }) => pack.questions);
  const open = questions.find((question) => impliedAnswer(question, 'company') === undefined);
  if (open === undefined) throw new Error('every question is answered by the kind of body');
  return open.id;
}

/** Two clients of one body, a third that both know, and something of everything on the side that goes. */
async function twoOfOne() {
  const opened = openTestBackend();
  const { call } = opened;
  const create = async (name: string, more: object = {}) =>
    (await call.clients.create({ name, entityType: 'company', ...more })).id;
  const keptId = await create('示例归樾（深圳）家居有限公司', { remark: '老客户', address: '样本路 1 号' });
  const facts = { creditCode: code, legalRepresentative: '示例人', remark: '转介绍', address: '样本路 2 号' };
  const otherId = await create('示例归樾(深圳)家居有限公司 ', facts);
  const thirdId = await create('示例第三方有限公司');
  const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例商城' };
  const { id: accountId } = await call.accounts.create({
    clientId: otherId,
    account: { ...account, appId: 'wx0000000000000001' },
  });
  const { id: goneId } = await call.accounts.create({
    clientId: otherId,
    account: { ...account, name: '旧号' },
  });
  await call.accounts.trash({ id: goneId });
  const { id: applicationId } = await call.applications.create({ accountId, kind: 'first_certification' });
  await call.applications.step({ id: applicationId, step: { kind: 'submit' } });
  await call.applications.recordCall({ id: applicationId, outcome: 'missed' });
  const fee = {
    ...({ kind: 'service', title: '服务费', amountFen: 36_000, chargedOn: day('2026-09-01') } as const),
    ...{ dueOn: day('2026-10-01'), invoiceNumber: null },
  };
  const { id: feeId } = await call.fees.save({ clientId: otherId, id: null, fee });
  await call.fees.pay({ feeId, amountFen: 6000, paidOn: day('2026-09-02') });
  await call.tasks.save({ id: null, clientId: otherId, title: '寄件', dueOn: day('2026-10-01') });
  const contact = (clientId: string, more: object) =>
    call.clients.saveContact({ clientId, id: null, contact: { ...person, ...more } });
  await contact(keptId, {});
  await contact(otherId, { phone: '138 0000 0000', email: 'a@example.com', answersCalls: true });
  await contact(keptId, { name: '示例财务', phone: '13900000001' });
  await contact(otherId, { name: '示例财务', phone: '13900000002' });
  await contact(otherId, { name: '示例法人', isLegalRepresentative: true });
  for (const clientId of [keptId, otherId])
    await call.clients.saveBankAccount({ clientId, id: null, bankAccount: bank });
  await call.clients.saveBankAccount({
    clientId: otherId,
    id: null,
    bankAccount: { ...bank, kind: 'general', accountNumber: '6222000022', bankName: '示例银行' },
  });
  await call.clients.setTags({ id: keptId, tags: ['重点', '深圳'] });
  await call.clients.setTags({ id: otherId, tags: ['重点', '电商'] });
  await call.clients.saveRelation({ clientId: keptId, otherClientId: otherId, kind: 'other' });
  await call.clients.saveRelation({ clientId: keptId, otherClientId: thirdId, kind: 'parent' });
  await call.clients.saveRelation({ clientId: thirdId, otherClientId: otherId, kind: 'subsidiary' });
  await call.clients.saveRelation({ clientId: thirdId, otherClientId: otherId, kind: 'franchise' });
  await call.clients.setAnswer({ clientId: otherId, questionId: openQuestion(opened), isYes: true });
  const people = (await call.clients.get({ id: otherId })).contacts;
  paper(opened, keptId, 'business_licence');
  paper(opened, otherId, 'business_licence');
  const idCardId = paper(
    opened,
    otherId,
    'id_card',
    people.find(({ name }) => name === person.name)?.contactId,
  );
  return { opened, call, keptId, otherId, thirdId, accountId, goneId, applicationId, idCardId };
}

/** Live rows of a client in any table that has its id. */
const rowsOf = ({ backend }: TestBackend, clientId: string): string[] =>
  sharedTableNames
    .filter((table) => clientPaths[table].by === 'column')
    .flatMap((table) =>
      backend.db
        .prepare<[string], { id: string }>(
          `SELECT id FROM ${table} WHERE client_id = ? AND deleted_at_ms IS NULL`,
        )
        .all(clientId)
        .map(({ id }) => `${table} ${id}`),
    );

describe('a merge', () => {
  test('brings everything to the client that is kept, nothing twice, and the other to the trash', async () => {
    const { opened, call, keptId, otherId, thirdId, accountId, applicationId, idCardId } = await twoOfOne();
    const preview = await call.clients.mergePreview({ keptId, otherId });
    expect(preview.suggested).toEqual(['creditCode', 'legalRepresentative']);
    expect(preview.moved).toEqual({
      ...{ accounts: 1, applications: 1, documents: 2, contacts: 2, bankAccounts: 1, relations: 2 },
      ...{ fees: 1, tasks: 1, notes: 0, tags: 1, answers: 1 },
    });
    const merged = await call.clients.merge({ keptId, otherId, take: preview.suggested });
    expect(merged).toMatchObject({ moved: preview.moved, notes: preview.notes });
    expect(merged.notes).toEqual([
      { kind: 'paper_twice', paper: 'business_licence', count: 2 },
      { kind: 'contact_joined', name: person.name },
      { kind: 'contact_twice', name: '示例财务' },
      { kind: 'bank_account_joined', name: bank.holderName },
    ]);
    expect(rowsOf(opened, otherId)).toEqual([]);
    const kept = await call.clients.get({ id: keptId });
    expect(kept.client).toMatchObject({
      name: '示例归樾（深圳）家居有限公司',
      creditCode: code,
      legalRepresentative: '示例人',
      address: '样本路 1 号',
      remark: '老客户\n\n转介绍',
    });
    expect(kept.accounts.map(({ id }) => id)).toEqual([accountId]);
    expect(kept.applications.map(({ id }) => id)).toEqual([applicationId]);
    expect(kept.documents).toHaveLength(3);
    expect(kept.contacts).toHaveLength(4);
    const joined = kept.contacts.find(({ name }) => name === person.name);
    expect(joined).toMatchObject({ phone: person.phone, email: 'a@example.com', answersCalls: true });
    expect(kept.documents.find(({ id }) => id === idCardId)).toMatchObject({ contactId: joined?.contactId });
    expect(kept.bankAccounts.map(({ accountNumber }) => accountNumber)).toEqual(['6222000011', '6222000022']);
    expect([...kept.tags].sort()).toEqual(['深圳', '电商', '重点'].sort());
    expect(kept.relations.map(({ clientId, kind }) => [clientId, kind])).toEqual([
      [thirdId, 'parent'],
      [thirdId, 'franchise'],
    ]);
    expect(kept.fees).toHaveLength(1);
    expect(kept.former).toEqual([{ value: '示例归樾(深圳)家居有限公司', mergedId: otherId }]);
    const other = await call.clients.get({ id: otherId });
    expect(other.client.deletedAtMs).not.toBeNull();
    expect(other.mergedInto).toEqual({ id: keptId, name: kept.client.name });
    expect((await call.applications.get({ id: applicationId })).client.id).toBe(keptId);
    expect((await call.trash.list({})).rows[0]).toMatchObject({ kind: 'clients', clientId: otherId });
    expect(opened.backend.db.pragma('foreign_key_check')).toEqual([]);
    expect((await call.history.verify()).brokenAt).toBeNull();
  });

  test('leaves derived rows as a full recomputation makes them', async () => {
    const { opened, call, keptId, otherId } = await twoOfOne();
    await call.clients.merge({ keptId, otherId, take: ['creditCode'] });
    const after = allTables(opened);
    recomputeAllObligations(opened.backend);
    recomputeAllSummaries(opened.backend);
    expect(allTables(opened)).toEqual(after);
    expect((await call.search.query({ text: 'wx0000000000000001' })).groups[0]?.hits[0]).toMatchObject({
      clientId: keptId,
    });
  });

  test('is undone and done again as one, exactly', async () => {
    const { opened, call, keptId, otherId } = await twoOfOne();
    const before = allTables(opened);
    const { changeId } = await call.clients.merge({
      keptId,
      otherId,
      take: ['name', 'creditCode', 'remark', 'address', 'serviceStatus'],
    });
    const after = allTables(opened);
    expect(after).not.toEqual(before);
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
    await call.history.redo();
    expect(allTables(opened)).toEqual(after);
    await call.history.undo({ changeId: changeId ?? '' });
    expect(allTables(opened)).toEqual(before);
    expect((await call.clients.merge({ keptId, otherId })).changeId).not.toBeNull();
  });

  test('is not taken back from the middle once the kept client was worked on', async () => {
    const { call, keptId, otherId, accountId, thirdId } = await twoOfOne();
    const { changeId } = await call.clients.merge({ keptId, otherId });
    const takeable = async () => call.history.takeable({ changeIds: [changeId ?? ''] });
    await call.clients.setTags({ id: thirdId, tags: ['无关'] });
    expect(await takeable()).toEqual([changeId]);
    await call.applications.create({ accountId, kind: 'filing' });
    expect(await takeable()).toEqual([]);
    expect(await failureOf(call.history.undo({ changeId: changeId ?? '' }))).toMatchObject({
      code: 'UNDO_CONFLICT',
      data: { laterAction: 'applications.create' },
    });
  });

  test('carries what the other had in the trash, and both histories are read from the kept one', async () => {
    const { call, keptId, otherId, goneId } = await twoOfOne();
    const counts = await Promise.all(
      [keptId, otherId].map(async (id) => (await call.clients.get({ id })).historyCount),
    );
    await call.clients.merge({ keptId, otherId });
    const { historyCount } = await call.clients.get({ id: keptId });
    const history = await call.history.list({ clientId: keptId, limit: 500 });
    expect(history).toHaveLength(historyCount);
    expect(historyCount).toBeGreaterThan((counts[0] ?? 0) + (counts[1] ?? 0));
    expect(history.some(({ action }) => action === 'accounts.trash')).toBe(true);
    await call.accounts.restore({ id: goneId });
    expect((await call.clients.get({ id: keptId })).accounts.map(({ id }) => id)).toContain(goneId);
    // The other comes back bare, with its own facts and history.
    await call.clients.restore({ id: otherId });
    const other = await call.clients.get({ id: otherId });
    expect([other.client.creditCode, other.accounts, other.mergedInto]).toEqual([code, [], null]);
    expect((await call.clients.get({ id: keptId })).former.map(({ mergedId }) => mergedId)).toEqual([
      null,
      null,
    ]);
  });

  test('finds the kept client by the names and codes that were given up', async () => {
    const { call, keptId, otherId } = await twoOfOne();
    const old = '400000018';
    await call.clients.update({
      id: keptId,
      base: {},
      changes: { creditCode: old, name: '澄州旧名有限公司' },
    });
    await call.clients.merge({ keptId, otherId, take: ['name', 'creditCode'] });
    for (const text of [old, '澄州旧名', '示例归樾', code]) {
      const { groups } = await call.search.query({ text, kinds: ['client'] });
      expect(
        groups[0]?.hits.map(({ id }) => id),
        text,
      ).toEqual([keptId]);
    }
  });

  test('of two accounts with one id keeps both and says so', async () => {
    const { opened, call, keptId, otherId } = await twoOfOne();
    opened.backend.changes.record('accounts.create', (change) =>
      change.insert('accounts', {
        ...{ client_id: keptId, platform: 'wechat', kind: 'mini_program', name: '示例商城' },
        app_id: 'ＷX0000000000000001',
      }),
    );
    const { notes } = await call.clients.mergePreview({ keptId, otherId });
    expect(notes).toContainEqual({
      ...{ kind: 'account_twice', name: '示例商城' },
      number: 'wx0000000000000001',
    });
  });

  test('is refused for the same client twice, for one in the trash, and for what was written meanwhile', async () => {
    const { opened, call, keptId, otherId } = await twoOfOne();
    const refused = (reason: string) => ({
      code: 'ACTION_NOT_ALLOWED',
      data: { action: 'merge', stage: '', reason },
    });
    expect(await failureOf(call.clients.merge({ keptId, otherId: keptId }))).toEqual(refused('same_client'));
    const kept = { name: '示例归樾（深圳）家居有限公司', remark: '老客户' };
    const other = { creditCode: code, address: '样本路 2 号' };
    await call.clients.update({ id: otherId, base: {}, changes: { address: '样本路 3 号' } });
    const before = allTables(opened);
    const merge = (take: 'address' | 'creditCode') =>
      call.clients.merge({ keptId, otherId, take: [take], seen: { kept, other } });
    expect(await failureOf(merge('address'))).toMatchObject({ code: 'STALE', data: { field: 'address' } });
    expect(allTables(opened)).toEqual(before);
    await call.clients.trash({ id: otherId });
    expect(await failureOf(merge('creditCode'))).toEqual(refused('in_trash'));
    expect(await failureOf(call.clients.mergePreview({ keptId: otherId, otherId: keptId }))).toEqual(
      refused('in_trash'),
    );
    expect(await failureOf(call.clients.merge({ keptId, otherId: 'nobody' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await call.clients.restore({ id: otherId });
    expect((await merge('creditCode')).changeId).not.toBeNull();
  });

  test('of a client into which another was put, and that into a third, is one line of clients', async () => {
    const { call, keptId, otherId, thirdId } = await twoOfOne();
    await call.clients.merge({ keptId, otherId });
    await call.clients.merge({ keptId: thirdId, otherId: keptId });
    const { former, accounts } = await call.clients.get({ id: thirdId });
    expect(former.flatMap(({ mergedId }) => mergedId ?? []).sort()).toEqual([keptId, otherId].sort());
    expect(accounts).toHaveLength(1);
    await call.history.undo({});
    await call.history.undo({});
    expect((await call.clients.get({ id: otherId })).accounts).toHaveLength(1);
  });
});

test('every table that has the id of a client has its place in a merge', () => {
  const ways = [...followingTables, 'client_contacts', 'client_relations', 'client_tags', 'client_answers'];
  const ofClients = sharedTableNames.filter((table) => clientPaths[table].by === 'column');
  // What lies in the tray is nobody's yet; the client that was chosen for it follows.
  expect([...ways].sort()).toEqual([...ofClients, 'intake_papers'].sort());
});

describe('duplicates', () => {
  test('are found in groups with their reasons, without the trash, the fullest first', async () => {
    const { call, keptId, otherId, thirdId } = await twoOfOne();
    const { groups, total, apart } = await call.clients.duplicates({});
    expect([total, apart]).toEqual([1, []]);
    expect(groups[0]?.clients.map(({ id }) => id)).toEqual([otherId, keptId]);
    expect(groups[0]?.links).toMatchObject([{ reasons: [{ kind: 'same_name' }], codesDiffer: false }]);
    expect((await call.clients.duplicates({ clientId: thirdId })).groups).toEqual([]);
    await call.clients.trash({ id: otherId });
    expect((await call.clients.duplicates({})).total).toBe(0);
    await call.history.undo({});
    expect((await call.clients.duplicates({})).total).toBe(1);
    await call.clients.merge({ keptId, otherId });
    expect((await call.clients.duplicates({})).total).toBe(0);
  });

  test('that are not the same are not shown again until that is taken back', async () => {
    const { opened, call, keptId, otherId, thirdId } = await twoOfOne();
    const before = allTables(opened);
    const pair: [string, string] = [otherId, keptId];
    await call.clients.setApart({ pairs: [pair], apart: true });
    const found = await call.clients.duplicates({});
    expect(found.total).toBe(0);
    expect(found.apart[0]?.map(({ id }) => id).sort()).toEqual([...pair].sort());
    expect((await call.clients.setApart({ pairs: [pair], apart: true })).changeId).toBeNull();
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
    await call.history.redo();
    await call.clients.setApart({ pairs: [[keptId, otherId]], apart: false });
    expect((await call.clients.duplicates({})).total).toBe(1);
    await call.clients.setApart({ pairs: [pair], apart: true });
    expect((await call.clients.duplicates({})).total).toBe(0);
    expect(
      await failureOf(call.clients.setApart({ pairs: [[thirdId, thirdId]], apart: true })),
    ).toMatchObject({
      data: { reason: 'same_client' },
    });
  });

  test('meet by the code on a licence, an old code, and an AppID written otherwise', async () => {
    const { opened, call, keptId, otherId, thirdId } = await twoOfOne();
    await call.clients.update({
      id: keptId,
      base: {},
      changes: { name: '甲', creditCode: code.slice(8, 17) },
    });
    const licence = paper(opened, thirdId, 'business_licence');
    await call.documents.update({ id: licence, base: {}, changes: { number: ` ${code.toLowerCase()}` } });
    const [group] = (await call.clients.duplicates({})).groups;
    const reasons = new Map(
      group?.links.map(({ clientIds, reasons: [first] }) => [[...clientIds].sort().join(), first?.kind]),
    );
    const between = (a: string, b: string) => reasons.get([a, b].sort().join());
    expect(between(otherId, thirdId)).toBe('same_code');
    expect(between(keptId, otherId)).toBe('code_within');
    expect(between(keptId, thirdId)).toBe('code_within');
  });
});

import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

type Values = Partial<Record<StatedField, string | null>>;

async function open() {
  const { backend, call } = openTestBackend();
  const { clientId, accountId } = await createSampleCase(call);
  const paper = (kind: DocumentKind): string =>
    backend.changes.record('test', (change) =>
      change.insert('documents', { client_id: clientId, kind, title: '' }),
    ).result;
  const stated = async (id: string) => (await call.documents.get({ id })).stated;
  const set = (documentId: string, values: Values, base: Values = {}) =>
    call.documents.setStated({ documentId, base, values });
  return { backend, call, clientId, accountId, paper, stated, set };
}

describe('what a paper says', () => {
  it('is written in one change, in its stored form, and read with the paper everywhere', async () => {
    const { call, clientId, paper, stated, set } = await open();
    const letter = paper('authorisation_letter');
    const { changeId } = await set(letter, {
      subject_name: ' 示例归樾家居用品有限公司 ',
      administrator_id_number: '4403 9919 8506 1212 3x',
      account_name: '',
    });
    const expected = {
      subject_name: '示例归樾家居用品有限公司',
      administrator_id_number: '44039919850612123X',
    };
    expect(await stated(letter)).toEqual(expected);
    expect((await call.documents.list({})).rows.find(({ id }) => id === letter)?.stated).toEqual(expected);
    expect((await call.clients.get({ id: clientId })).documents[0]?.stated).toEqual(expected);
    const history = await call.history.list({ clientId });
    const entries = history.filter((entry) => entry.changeId === changeId);
    expect(entries.map(({ table, operation }) => [table, operation])).toEqual([
      ['stated_values', 'insert'],
      ['stated_values', 'insert'],
    ]);
  });

  it('keeps the number of a licence, an ID card and a proof as the paper’s own number, once', async () => {
    const { backend, call, paper, stated, set } = await open();
    const licence = paper('business_licence');
    await set(licence, { credit_code: '91440399maxa00014r', legal_representative: '样例甲' });
    expect(await call.documents.get({ id: licence })).toMatchObject({
      number: '91440399MAXA00014R',
      stated: { credit_code: '91440399MAXA00014R', legal_representative: '样例甲' },
    });
    const rows = backend.db.prepare('SELECT field FROM stated_values').all();
    expect(rows).toEqual([{ field: 'legal_representative' }]);
    const card = paper('id_card');
    const input = { id: card, base: {}, changes: { number: '440399198506121234' } };
    await call.documents.update(input);
    expect(await stated(card)).toEqual({ id_number: '440399198506121234' });
  });

  it('changes only the fields that are named, takes emptied ones away and brings them back', async () => {
    const { paper, stated, set } = await open();
    const proof = paper('account_proof');
    await set(proof, { subject_name: '示例', bank_name: '示例银行', bank_account_number: '4000 0000' });
    await set(proof, { bank_name: null });
    expect(await stated(proof)).toEqual({ subject_name: '示例', bank_account_number: '40000000' });
    await set(proof, { bank_name: '示例银行归樾支行', bank_account_number: '' });
    expect(await stated(proof)).toEqual({ subject_name: '示例', bank_name: '示例银行归樾支行' });
    expect(await set(proof, { bank_name: ' 示例银行归樾支行' })).toEqual({ changeId: null });
  });

  it('is undone and done again as a whole', async () => {
    const { call, paper, stated, set } = await open();
    const licence = paper('business_licence');
    await set(licence, { subject_name: '甲', credit_code: '91', address: '示例路 8 号' });
    await set(licence, { subject_name: '乙', credit_code: '92', address: null });
    expect(await call.history.undo()).toMatchObject({ action: 'documents.setStated' });
    expect(await stated(licence)).toEqual({ subject_name: '甲', credit_code: '91', address: '示例路 8 号' });
    await call.history.undo();
    expect(await stated(licence)).toEqual({});
    await call.history.redo();
    await call.history.redo();
    expect(await stated(licence)).toEqual({ subject_name: '乙', credit_code: '92' });
    expect(await call.history.verify()).toMatchObject({ brokenAt: null });
  });

  it('refuses a stale save, a field that the kind does not print, and a paper that is gone', async () => {
    const { call, paper, set } = await open();
    const licence = paper('business_licence');
    await set(licence, { address: '示例路 8 号' }, { address: null });
    await expect(set(licence, { address: '示例路 9 号' }, { address: null })).rejects.toMatchObject({
      code: 'STALE',
      data: { field: 'address', expected: null, found: '示例路 8 号' },
    });
    await expect(set(licence, { bank_name: '示例银行' })).rejects.toMatchObject({
      code: 'FIELD_UNKNOWN',
      data: { field: 'bank_name' },
    });
    await call.documents.trash({ id: licence });
    await expect(set(licence, { address: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unknown = { documentId: licence, values: { shoe_size: '42' } as Values };
    await expect(call.documents.setStated(unknown)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('goes to the trash with its paper or its client, and comes back with it', async () => {
    const { backend, call, clientId, paper, stated, set } = await open();
    const live = () =>
      backend.db.prepare('SELECT count(*) AS n FROM stated_values WHERE deleted_at_ms IS NULL').get();
    const letter = paper('authorisation_letter');
    await set(letter, { subject_name: '示例', administrator_name: '样例甲' });
    await call.documents.trash({ id: letter });
    expect(live()).toEqual({ n: 0 });
    await call.history.undo();
    expect(await stated(letter)).toEqual({ subject_name: '示例', administrator_name: '样例甲' });
    await call.clients.trash({ id: clientId });
    expect(live()).toEqual({ n: 0 });
    await call.clients.restore({ id: clientId });
    expect(await stated(letter)).toEqual({ subject_name: '示例', administrator_name: '样例甲' });
  });

  it('says nothing of another kind that the paper turns out to be', async () => {
    const { call, paper, stated, set } = await open();
    const id = paper('business_licence');
    await set(id, { subject_name: '示例', credit_code: '91440399MAXA00014R' });
    await call.documents.update({ id, base: {}, changes: { kind: 'lease' } });
    expect(await stated(id)).toEqual({});
  });
});

describe('the report of the pre-check', () => {
  it('holds the record against the licence, and letter and form against the record', async () => {
    const { call, clientId, accountId, paper, set } = await open();
    await call.clients.update({ id: clientId, base: {}, changes: { legalRepresentative: '样例甲' } });
    const nobody = {
      phone: null,
      email: null,
      wechat: null,
      idNumber: null,
      availableHours: null,
      isLegalRepresentative: false,
      isFinance: false,
      answersCalls: false,
      leftOn: null,
    };
    const administrator = { ...nobody, name: '样例乙', isAdministrator: true };
    await call.clients.saveContact({ clientId, id: null, contact: administrator });
    const licence = paper('business_licence');
    const letter = paper('authorisation_letter');
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const form = paper('platform_form');
    await set(licence, { legal_representative: '样例申' });
    await set(letter, { administrator_name: '样例丙', subject_name: '示例归樾家居用品有限公司' });
    await set(form, { administrator_name: '样例乙', account_name: '示例归樾商场' });
    const { findings, matrix } = await call.applications.preCheck({ id });
    const differing = findings.filter(({ check }) => check.endsWith('_differs'));
    expect(
      differing.map(({ check, level, place, expected, found }) => [
        check,
        level,
        'documentId' in place ? place.documentId : place.at,
        expected,
        found,
      ]),
    ).toEqual([
      ['legal_representative_differs', 'blocker', 'client', '样例申', '样例甲'],
      ['administrator_differs', 'blocker', letter, '样例乙', '样例丙'],
      ['account_name_differs', 'warning', form, '示例归樾商城', '示例归樾商场'],
    ]);
    expect(matrix.map(({ fact }) => fact)).toEqual([
      'subject_name',
      'legal_representative',
      'administrator_name',
      'account_name',
    ]);
    const { client, contacts, bankAccounts } = await call.applications.get({ id });
    expect([client.address, contacts[0]?.idNumber, bankAccounts]).toEqual([null, null, []]);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { erasedMark } from '#shared/domain/person-words.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import { decidedColumns } from '#backend/people/columns.ts';
import { openPersonFirm, personOf } from '#test/support/person-firm.ts';
import * as scans from '#test/support/scans.ts';

type Firm = Awaited<ReturnType<typeof openPersonFirm>>;

/** What one field of a client holds. */
const clientOf = async ({ call }: Firm, id: string) => (await call.clients.get({ id })).client;

/** A certified account of the client, handed in for with a paper, and without a known end. */
async function certifiedWithoutEnd({ call, clientId, backend }: Firm, documentId: string): Promise<void> {
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
  const { id: accountId } = await call.accounts.create({ clientId, account });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  const { items } = await call.applications.get({ id });
  const item = items.find(({ requirement }) => requirement.accepts.includes('id_card'));
  await call.applications.attach({ itemId: item?.id ?? '', documentId });
  backend.db.prepare(`UPDATE applications SET stage = 'passed'`).run();
}

describe('columns of texts', () => {
  it('are each decided: words of somebody, of a field, of data, or of the program', async () => {
    const { backend } = await openPersonFirm();
    for (const table of sharedTableNames) {
      const columns = backend.db.pragma(`table_info(${table})`) as { name: string; type: string }[];
      const texts = columns.filter(
        ({ name, type }) => type === 'TEXT' && !/^id$|_id$|_on$|sha256$/u.test(name),
      );
      expect(decidedColumns(table).toSorted(), table).toEqual(texts.map(({ name }) => name).toSorted());
    }
  });
});

describe('an erasure changes nothing of the program’s own', () => {
  it.each(['company', 'wechat', 'mini_program', 'id_card'])(
    'for somebody whose address there is %s',
    async (wechat) => {
      const firm = await openPersonFirm();
      const { call, clientId, contactAt, paperOf, erase } = firm;
      await paperOf(1);
      const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
      await call.accounts.create({ clientId, account });
      const { contactId } = await contactAt(clientId, { ...personOf(1), wechat });
      const kept = async () => [
        (await call.clients.list({})).rows.map(({ entityType }) => entityType),
        (await call.accounts.list({})).rows.map(({ platform, kind }) => [platform, kind]),
        (await call.documents.list({})).rows.map(({ kind }) => kind),
      ];
      const before = await kept();
      await erase(contactId);
      expect(await kept()).toEqual(before);
      expect((await call.people.list({})).total).toBe(1);
    },
  );

  it('nor an address or a bank that is called as the person is, nor other words of a form that was begun', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, contactAt, erase } = firm;
    const { contactId } = await contactAt(clientId, { ...personOf(1), name: '高明' });
    const address = '示例市高明区示例路1号';
    await call.clients.update({ id: clientId, base: { address: null }, changes: { address } });
    const bankAccount = { kind: 'basic', holderName: '示例青禾', bankName: '示例银行高明支行' } as const;
    await call.clients.saveBankAccount({
      clientId,
      id: null,
      bankAccount: { ...bankAccount, accountNumber: '6222000012345678901' },
    });
    const text = JSON.stringify({ text: '请高明回电', kind: 'note' });
    await call.drafts.keep({ form: 'note.new', text });
    await erase(contactId);
    expect((await clientOf(firm, clientId)).address).toBe(address);
    const { bankAccounts } = await call.clients.get({ id: clientId });
    expect(bankAccounts).toMatchObject([{ bankName: bankAccount.bankName }]);
    const draft = await call.drafts.get({ form: 'note.new' });
    expect(JSON.stringify(draft)).toContain(`请${erasedMark}回电`);
    expect(JSON.stringify(draft)).toContain('note');
  });

  it('an everyday word stays at clients that the person has nothing to do with, and is told', async () => {
    const { call, contactAt, clientId, erase } = await openPersonFirm();
    const { contactId } = await contactAt(clientId, { ...personOf(1), wechat: 'pending' });
    const { id: other } = await call.clients.create({ name: '示例白露有限公司', entityType: 'company' });
    await call.notes.add({ clientId: other, text: 'still pending' });
    const { erasure } = await erase(contactId);
    expect((await call.notes.list({ clientId: other })).rows).toMatchObject([{ text: 'still pending' }]);
    expect(erasure.stays).toContainEqual(expect.objectContaining({ reason: 'other_client' }));
  });
});

describe('an erasure takes', () => {
  it('a name among others where only names stand, and one within stored data', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, person, erase, bytesOf } = firm;
    await call.clients.update({
      id: clientId,
      base: { legalRepresentative: null },
      changes: { legalRepresentative: `${person.name}、示例乙巳` },
    });
    const filter = JSON.stringify({ text: `${person.name} 身份证` });
    await call.views.save({ id: null, screen: 'clients', name: '常用', filter });
    await erase();
    expect((await clientOf(firm, clientId)).legalRepresentative).toBe(`${erasedMark}、示例乙巳`);
    expect(bytesOf(person.name)).toEqual([]);
  });

  it('the address for messages in a form that was begun', async () => {
    const { call, person, erase, bytesOf } = await openPersonFirm();
    const text = JSON.stringify({ wechat: person.wechat, note: `加微信 ${person.wechat}`, kind: 'company' });
    await call.drafts.keep({ form: 'contact.new', text });
    await call.drafts.keep({ form: 'note.new', text: `加微信 ${person.wechat}` });
    await erase();
    expect(bytesOf(person.wechat)).toEqual([]);
    expect((await call.drafts.get({ form: 'contact.new' })).text).toContain('company');
  });

  it('a number that only they had before, though a colleague has another of theirs now', async () => {
    const { call, clientId, linkId, contactId, contactAt, person, erase } = await openPersonFirm();
    const contact = { ...person, phone: '13800000518' };
    await call.clients.saveContact({ clientId, id: linkId, contactId, contact });
    await contactAt(clientId, { ...personOf(1), phone: person.phone });
    await call.notes.add({ clientId, text: '电话 13800000518' });
    await erase();
    expect((await call.notes.list({ clientId })).rows).toMatchObject([{ text: `电话 ${erasedMark}` }]);
  });

  it('the words of papers that were destroyed before, whose record stays', async () => {
    const { call, person, paperOf, erase, bytesOf } = await openPersonFirm();
    const { id } = await paperOf(1);
    const keepUntilOn = calendarDate('2026-09-01');
    await call.documents.update({ id, base: { keepUntilOn: null }, changes: { keepUntilOn } });
    await call.keeping.destroy({ ids: [id], remark: `${person.name}到期` });
    expect((await call.keeping.destroyed({ text: person.idNumber })).total).toBe(1);
    const { erasure } = await erase();
    expect(erasure).toMatchObject({ isWhole: true, stays: [] });
    const { rows } = await call.keeping.destroyed({});
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(person.name);
    expect(bytesOf(person.name, person.idNumber)).toEqual([]);
  });

  it('a card of which nobody said whose it is, when its picture does', async () => {
    const { call, person, add, file, noted, erase, isStored, bytesOf } = await openPersonFirm();
    const bytes = await scans.picture('png', 7);
    await add([file('IMG_0001.png', bytes)], { kind: 'id_card', parts: ['front'] });
    const sha256 = scans.sha256Of(bytes);
    noted(sha256, `姓名 ${person.name} 公民身份号码 ${person.idNumber}`);
    await erase();
    expect(isStored(sha256)).toBe(false);
    expect((await call.documents.list({})).total).toBe(0);
    expect(bytesOf(person.idNumber)).toEqual([]);
  });

  it.each(['(0571) 8888 6666', '0571-88886666转801', '13911100517、13822200518'])(
    'the telephone number %s as it is written',
    async (phone) => {
      const { call, clientId, contactAt, erase } = await openPersonFirm();
      const { contactId } = await contactAt(clientId, { ...personOf(1), phone });
      await call.notes.add({ clientId, text: `电话 ${phone}` });
      await erase(contactId);
      expect((await call.notes.list({ clientId })).rows).toMatchObject([{ text: `电话 ${erasedMark}` }]);
    },
  );

  it.each([{ wechat: 'wx-li_88' }, { email: 'zhang-san@example.invalid' }, { name: 'Mary-Jane Example' }])(
    'somebody with a dash: %j',
    async (facts) => {
      const { clientId, contactAt, report, erase } = await openPersonFirm();
      const { contactId } = await contactAt(clientId, { ...personOf(1), ...facts });
      expect((await report(contactId)).person).toMatchObject(facts);
      expect((await erase(contactId)).erasure.isWhole).toBe(true);
    },
  );

  it('a number that their entry held before', async () => {
    const { call, clientId, linkId, contactId, person, erase } = await openPersonFirm();
    await call.notes.add({ clientId, text: `电话 ${person.phone}` });
    const contact = { ...person, phone: '13800000518' };
    await call.clients.saveContact({ clientId, id: linkId, contactId, contact });
    await erase();
    expect((await call.notes.list({ clientId })).rows).toMatchObject([{ text: `电话 ${erasedMark}` }]);
  });
});

describe('an erasure leaves and tells', () => {
  it('a card of somebody else in whose text the name stands', async () => {
    const { call, clientId, contactAt, add, file, noted, erase, isStored } = await openPersonFirm();
    const { contactId } = await contactAt(clientId, { ...personOf(1), name: '张江' });
    const bytes = await scans.picture('png', 7);
    const { added } = await add([file('IMG_0002.png', bytes)], { kind: 'id_card', parts: ['front'] });
    noted(scans.sha256Of(bytes), '姓名 示例某 住址 示例市张江镇1号 公民身份号码 330199199206081011');
    const { erasure } = await erase(contactId);
    expect(isStored(scans.sha256Of(bytes))).toBe(true);
    expect(erasure.stays).toContainEqual(
      expect.objectContaining({ what: 'text', reason: 'other_paper', documentId: added.documentId }),
    );
    expect((await call.documents.list({})).total).toBe(1);
  });

  it('an address that holds the name, as one that a person has to look at', async () => {
    const { call, clientId, contactAt, erase } = await openPersonFirm();
    const { contactId } = await contactAt(clientId, { ...personOf(1), name: '高明' });
    const address = '示例市高明区示例路1号';
    await call.clients.update({ id: clientId, base: { address: null }, changes: { address } });
    const { erasure } = await erase(contactId);
    expect(erasure.stays).toContainEqual(expect.objectContaining({ reason: 'unsure' }));
  });

  it('a number that was typed by mistake and taken back', async () => {
    const { call, clientId, linkId, contactId, person, erase } = await openPersonFirm();
    const contact = { ...person, phone: '13655550000' };
    const { changeId } = await call.clients.saveContact({ clientId, id: linkId, contactId, contact });
    await call.history.undo({ changeId: changeId ?? '' });
    const text = '开户行客户经理电话 13655550000';
    await call.notes.add({ clientId, text });
    await erase();
    expect((await call.notes.list({ clientId })).rows).toMatchObject([{ text }]);
  });

  it('what an entry said under another name: it may be somebody else’s', async () => {
    const { call, clientId, linkId, contactId, person, erase } = await openPersonFirm();
    const text = `${person.name}电话 ${person.phone}`;
    await call.notes.add({ clientId, text });
    const contact = { ...personOf(1), name: '示例新任' };
    await call.clients.saveContact({ clientId, id: linkId, contactId, contact });
    const { erasure } = await erase();
    expect((await call.notes.list({ clientId })).rows).toMatchObject([{ text }]);
    expect(erasure.stays).toContainEqual(expect.objectContaining({ reason: 'former' }));
  });

  it('a paper that an account without a known end needs', async () => {
    const firm = await openPersonFirm();
    const { paperOf, erase, isStored } = firm;
    const { id, sha256 } = await paperOf(1);
    await certifiedWithoutEnd(firm, id);
    const { erasure } = await erase();
    expect(isStored(sha256)).toBe(true);
    expect(erasure.stays).toContainEqual(
      expect.objectContaining({ what: 'paper', reason: 'account', documentId: id, untilOn: null }),
    );
  });

  it('the data before a restore, and the originals of the watched folder', async () => {
    const { backend, call, folder, erase } = await openPersonFirm();
    fs.mkdirSync(path.join(backend.dataFolder, 'set-aside', '20260901-090000'), { recursive: true });
    const watched = path.join(folder, '收件');
    fs.mkdirSync(path.join(watched, '已收入 Taken'), { recursive: true });
    fs.writeFileSync(path.join(watched, '已收入 Taken', 'a.png'), 'a');
    const token = backend.tokens.grant(watched);
    await call.settings.set({ watchedFolder: token });
    const { erasure } = await erase();
    const reasons = erasure.stays.map(({ reason }) => reason);
    expect(reasons).toContain('set_aside');
    expect(reasons).toContain('taken_folder');
  });
});

it('an erasure goes on to its end when nobody listens any more', async () => {
  const { call, contactId, person, paperOf, isStored, bytesOf } = await openPersonFirm();
  const { sha256 } = await paperOf(1);
  const steps = await call.people.erase({ id: contactId });
  await steps.next();
  await steps.next();
  await steps.return(undefined);
  await vi.waitFor(() => expect(isStored(sha256)).toBe(false), 5000);
  await vi.waitFor(() => expect(bytesOf(person.name)).toEqual([]), 5000);
});

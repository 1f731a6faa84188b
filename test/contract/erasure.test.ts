import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { erasedMark } from '#shared/domain/person-words.ts';
import { openDatabase } from '#backend/db/open.ts';
import { keepPage } from '#backend/documents/reading/queries.ts';
import { keepText } from '#backend/documents/texts/queries.ts';
import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import { openPersonFirm, personOf } from '#test/support/person-firm.ts';
import * as scans from '#test/support/scans.ts';

type Firm = Awaited<ReturnType<typeof openPersonFirm>>;

const wordsOf = ({ person }: Firm): string[] => [
  person.name,
  person.idNumber,
  person.phone,
  person.email,
  person.wechat,
];

/** An application under way of the firm's client. */
async function openCase({ call, clientId }: Firm) {
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
  const { id: accountId } = await call.accounts.create({ clientId, account });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { accountId, id, number: (await call.applications.get({ id })).application.number };
}

describe('an erasure', () => {
  it('leaves no word of the person in the database, and no file of theirs', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, person, contactId, paperOf, erase, bytesOf, isStored, noted, backend } = firm;
    const { sha256, id: paperId } = await paperOf(1);
    noted(sha256, `姓名 ${person.name} 公民身份号码 ${person.idNumber}`);
    await thumbnailsMade(backend);
    await call.clients.update({
      id: clientId,
      base: { legalRepresentative: null },
      changes: { legalRepresentative: person.name },
    });
    await call.notes.add({ clientId, text: `找${person.name}要材料，电话 139-0000-0517` });
    await call.clients.saveBankAccount({
      clientId,
      id: null,
      bankAccount: {
        ...{ kind: 'basic', holderName: person.name, bankName: '示例银行' },
        accountNumber: '6222000012345678901',
      },
    });
    await call.drafts.keep({ form: 'note.new', text: JSON.stringify({ text: person.name }) });
    expect(bytesOf(...wordsOf(firm))).toEqual(wordsOf(firm));

    const done = await erase();

    expect(done).toMatchObject({ isSwept: true, waitingCount: 0 });
    expect(done.erasure).toMatchObject({ isWhole: true, paperCount: 1, fileCount: 1, stays: [] });
    expect(bytesOf(...wordsOf(firm), '139-0000-0517', '6222000012345678901')).toEqual([]);
    expect(isStored(sha256)).toBe(false);
    expect(backend.vault.has(sha256, 'thumbnail')).toBe(false);
    expect(await codeOf(firm.report())).toBe('NOT_FOUND');
    expect((await call.people.list({})).rows).toEqual([]);
    const { client, contacts } = await call.clients.get({ id: clientId });
    expect([client.legalRepresentative, contacts]).toEqual([null, []]);
    const [note] = (await call.notes.list({ clientId })).rows;
    expect(note?.text).toBe(`找${erasedMark}要材料，电话 ${erasedMark}`);
    const [gone] = (await call.keeping.destroyed({})).rows;
    expect(gone).toMatchObject({ id: paperId, rule: 'erasure', title: '', number: null, contactName: null });
    expect(backend.db.prepare('SELECT name FROM contacts WHERE id = ?').get(contactId)).toEqual({ name: '' });
  });

  it('leaves nothing of the words in the indices either', async () => {
    const firm = await openPersonFirm();
    const { paperOf, noted, erase, person, backend, call } = firm;
    const { sha256 } = await paperOf(1);
    noted(sha256, `签发给${person.name}`);
    const terms = (index: string): number => {
      const name = `temp.${index}_words`;
      backend.db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5vocab(main, ${index}, 'row')`);
      // The last two characters of the name, side by side.
      const pair = [...person.name]
        .slice(-2)
        .map((one) => one.codePointAt(0)?.toString(16))
        .join('x');
      return backend.db.prepare(`SELECT 1 FROM ${name} WHERE term = ?`).all(pair).length;
    };
    expect(['search_index', 'file_index'].map(terms)).toEqual([1, 1]);
    await erase();
    expect(['search_index', 'file_index'].map(terms)).toEqual([0, 0]);
    expect((await call.search.query({ text: person.name })).groups).toEqual([]);
  });

  it('keeps the chain of the history, in which an entry that was emptied can not be changed unseen', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, erase, backend } = firm;
    const before = await call.history.verify();
    expect(before.brokenAt).toBeNull();
    const { erasure } = await erase();
    expect(erasure.eventCount).toBeGreaterThan(2);
    expect((await call.history.verify()).brokenAt).toBeNull();
    const entries = await call.history.list({ clientId });
    expect(
      entries.some(({ isErased, before: was, after }) => isErased && was === null && after === null),
    ).toBe(true);
    const { db } = backend;
    const [emptied] = db.prepare('SELECT id FROM events WHERE erasure_id IS NOT NULL').all() as {
      id: string;
    }[];
    const tampered = [
      `UPDATE events SET after = '{"name":"x"}' WHERE id = '${emptied!.id}'`,
      `UPDATE events SET action = 'clients.create' WHERE id = '${emptied!.id}'`,
      `UPDATE events SET erasure_id = NULL WHERE id = '${emptied!.id}'`,
      `UPDATE events SET after = NULL, before = NULL, erasure_id = '${erasure.id}'
         WHERE id = (SELECT id FROM events WHERE erasure_id IS NULL AND row_table = 'clients' LIMIT 1)`,
    ];
    for (const sql of tampered) {
      db.exec('BEGIN');
      expect(db.prepare(sql).run().changes, sql).toBe(1);
      expect((await call.history.verify()).brokenAt, sql).not.toBeNull();
      db.exec('ROLLBACK');
    }
    expect((await call.history.verify()).brokenAt).toBeNull();
  });

  it('keeps nothing of a file that was being read meanwhile', async () => {
    const firm = await openPersonFirm();
    const { paperOf, erase, person, backend, bytesOf } = firm;
    const { sha256 } = await paperOf(1);
    await erase();
    const read = { text: `姓名${person.name}`, isWhole: 1, fault: null, readAtMs: sampleNowMs } as const;
    keepText(backend.db, { sha256, source: 'ocr', ...read });
    const page = { pageNo: 1, turn: 0, widthPx: 10, heightPx: 10, fault: null } as const;
    const line = { text: person.name, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 1 };
    keepPage(backend.db, sha256, { ...page, lines: [line as never] });
    expect(bytesOf(person.name)).toEqual([]);
  });

  it('can not be undone, and what it emptied can not be undone either', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, erase, person, bytesOf } = firm;
    const note = await call.notes.add({ clientId, text: `与${person.name}谈过` });
    const other = await call.notes.add({ clientId, text: '约了周五' });
    const undone = await call.history.undo({});
    expect(undone.revertedId).toBe(other.changeId);
    const { changeId } = await erase();
    for (const id of [changeId!, note.changeId!])
      expect(await codeOf(call.history.undo({ changeId: id }))).toBe('UNDO_IMPOSSIBLE');
    // What the key means is the latest change that can be taken back: the client, made before the person.
    expect(await call.history.takeable({ changeIds: [changeId!, note.changeId!] })).toEqual([]);
    await codeOf(call.history.undo({}));
    await codeOf(call.history.redo());
    expect(bytesOf(person.name, person.idNumber)).toEqual([]);
    expect((await call.history.verify()).brokenAt).toBeNull();
  });

  it('does not bring back a person who lay in the trash', async () => {
    const firm = await openPersonFirm();
    const { call, linkId, erase, clientId } = firm;
    const { changeId } = await call.clients.removeContact({ id: linkId });
    await erase();
    expect(await codeOf(call.history.undo({ changeId: changeId! }))).not.toBe('no error');
    expect((await call.trash.list({})).rows).toEqual([]);
    expect((await call.clients.get({ id: clientId })).contacts).toEqual([]);
  });

  it('is told afterwards without the person', async () => {
    const firm = await openPersonFirm();
    const { call, erase, person } = firm;
    await firm.paperOf(1);
    const { erasure } = await resultOf(
      await call.people.erase({ id: firm.contactId, remark: `${person.name}书面要求` }),
    );
    const kept = await call.people.erasures({});
    expect(kept).toMatchObject({
      total: 1,
      nextCursor: null,
      rows: [{ id: erasure.id, remark: `${erasedMark}书面要求` }],
    });
    expect(JSON.stringify(kept)).not.toContain(person.name);
    expect(await codeOf(erase())).toBe('NOT_FOUND');
  });
});

describe('what has to stay', () => {
  it('is the person for whom an application is under way, with what belongs to that client', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, contactId, contactAt, person, preview, erase } = firm;
    const { id, number } = await openCase(firm);
    const otherClient = (await call.clients.create({ name: '示例白露有限公司', entityType: 'company' })).id;
    await contactAt(otherClient, person, contactId);
    await call.notes.add({ clientId, text: `${person.name}在办` });
    await call.notes.add({ clientId: otherClient, text: `${person.name}已离开` });
    const told = await preview();
    expect(told.isWhole).toBe(false);
    expect(told.items).toContainEqual(
      expect.objectContaining({
        deed: 'stay',
        what: 'person',
        reason: 'application',
        application: { id, number },
      }),
    );
    const { erasure } = await erase();
    expect(erasure.stays).toContainEqual(
      expect.objectContaining({ what: 'words', reason: 'application', application: { id, number } }),
    );
    expect((await call.clients.get({ id: clientId })).contacts).toMatchObject([
      { name: person.name, idNumber: person.idNumber, phone: person.phone },
    ]);
    expect((await call.clients.get({ id: otherClient })).contacts).toEqual([]);
    expect((await call.notes.list({ clientId })).rows[0]?.text).toBe(`${person.name}在办`);
    expect((await call.notes.list({ clientId: otherClient })).rows[0]?.text).toBe(`${erasedMark}已离开`);
    expect((await call.history.verify()).brokenAt).toBeNull();
  });

  it('is a paper that is to be kept longer, with the name by which it is told, until that is over', async () => {
    const firm = await openPersonFirm();
    const { call, paperOf, erase, person, bytesOf, isStored } = firm;
    const kept = await paperOf(1);
    const free = await paperOf(2);
    await call.documents.update({
      id: kept.id,
      base: { keepUntilOn: null },
      changes: { keepUntilOn: calendarDate('2026-12-31') },
    });
    const { erasure } = await erase();
    expect(erasure).toMatchObject({ isWhole: false, paperCount: 1 });
    expect(erasure.stays).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          what: 'paper',
          reason: 'keep_until',
          documentId: kept.id,
          untilOn: '2026-12-31',
        }),
        expect.objectContaining({ what: 'person', reason: 'papers' }),
      ]),
    );
    expect([isStored(kept.sha256), isStored(free.sha256)]).toEqual([true, false]);
    expect(bytesOf(person.phone, person.email, person.wechat)).toEqual([]);
    firm.setNow(Date.parse('2027-01-01T09:00:00+08:00'));
    expect((await erase()).erasure).toMatchObject({ isWhole: true, paperCount: 1 });
    expect(bytesOf(person.name, person.idNumber)).toEqual([]);
    expect(isStored(kept.sha256)).toBe(false);
    expect((await call.history.verify()).brokenAt).toBeNull();
  });

  it('is the register of copies, the name of a business, a namesake and a name alone at another client', async () => {
    const firm = await openPersonFirm();
    const { call, person, erase, contactAt, paperOf, folder, backend } = firm;
    const paper = await paperOf(1);
    const { current } = await call.documents.get({ id: paper.id });
    const target = backend.tokens.grant(path.join(folder, '给平台.png'));
    await call.handOuts.copy({ versionId: current[0]!.id, target, recipient: person.name, purpose: '核对' });
    const shop = await call.clients.create({ name: `${person.name}小吃店`, entityType: 'sole_trader' });
    const stranger = (await call.clients.create({ name: '示例远山有限公司', entityType: 'company' })).id;
    await call.notes.add({ clientId: stranger, text: `法人也叫${person.name}` });
    await contactAt(stranger, { ...personOf(1), phone: person.phone });
    expect((await erase()).erasure.stays.map(({ what, reason }) => `${what} ${reason}`).sort()).toEqual([
      'copy register',
      'event business_name',
      'event other_client',
      'event register',
      'words business_name',
      'words namesake',
      'words other_client',
    ]);
    expect((await call.clients.get({ id: shop.id })).client.name).toContain(person.name);
    expect((await call.handOuts.list({})).rows[0]?.recipient).toBe(person.name);
  });

  it('is a word that another person has too, where a word of the person’s own goes', async () => {
    const firm = await openPersonFirm();
    const { call, person, clientId, contactAt, erase } = firm;
    await contactAt(clientId, { ...personOf(1), name: person.name });
    await call.notes.add({ clientId, text: `${person.name} ${person.phone}` });
    const { erasure } = await erase();
    expect(erasure.stays).toContainEqual(expect.objectContaining({ what: 'words', reason: 'namesake' }));
    const [note] = (await call.notes.list({ clientId })).rows;
    expect(note?.text).toBe(`${person.name} ${erasedMark}`);
  });

  it('is what a paper that is not about the person says, and a file that such a paper shares', async () => {
    const firm = await openPersonFirm();
    const { call, person, erase, preview, paperOf, add, file, isStored, noted } = firm;
    const own = await paperOf(1);
    const { added } = await add([file('合同.png', await scans.picture('png', 1))], {
      kind: 'other',
    });
    const licence = await add([file('执照.png', await scans.picture('png', 7))]);
    const { current } = await call.documents.get({ id: licence.added.documentId! });
    noted(current[0]!.sha256, `法定代表人 ${person.name}`);
    const texts = (await preview()).items.filter(({ what }) => what === 'text');
    expect(texts.map(({ rowId, reason }) => [rowId, reason]).sort()).toEqual(
      [
        [licence.added.documentId, 'other_paper'],
        [added.documentId, 'other_paper'],
      ].sort(),
    );
    await erase();
    expect(isStored(own.sha256)).toBe(true);
    expect((await call.documents.get({ id: added.documentId! })).current).toHaveLength(1);
  });
});

describe('an erasure that is cut off', () => {
  it('before its rows has done nothing', async () => {
    const firm = await openPersonFirm();
    const { call, contactId, person } = firm;
    const steps = await call.people.erase({ id: contactId });
    for await (const step of steps) {
      expect(step.kind).toBe('working');
      break;
    }
    expect((await call.people.list({})).rows).toMatchObject([{ name: person.name }]);
    expect((await call.people.erasures({})).total).toBe(0);
  });

  it.each([0, 1])('by a power cut after %i files is finished at the next start', async (steps) => {
    const firm = await openPersonFirm();
    const { paperOf, backend, contactId, person, isStored, bytesOf } = firm;
    const papers = [await paperOf(1), await paperOf(2)];
    await thumbnailsMade(backend);
    backend.close();
    const script = path.resolve(import.meta.dirname, '../support/die-while-erasing.ts');
    const died = spawnSync(
      process.execPath,
      [script, backend.dataFolder, contactId, sampleNowMs.toString(), steps.toString()],
      { encoding: 'utf8' },
    );
    expect(died.signal, died.stderr).toBe('SIGKILL');
    const left = papers.filter(({ sha256 }) => isStored(sha256)).length;
    expect(left).toBe(2 - steps);
    expect(bytesOf(person.name)).toEqual([person.name]);
    const next = openTestBackend(backend.dataFolder);
    expect(papers.filter(({ sha256 }) => next.backend.vault.has(sha256))).toEqual([]);
    expect(bytesOf(person.name, person.idNumber, person.phone)).toEqual([]);
    expect((await next.call.people.erasures({})).total).toBe(1);
    expect((await next.call.history.verify()).brokenAt).toBeNull();
  });

  it('while another program reads the database overwrites what is gone at the next start', async () => {
    const firm = await openPersonFirm();
    const { erase, backend, person, bytesOf } = firm;
    const reader = openDatabase({ file: path.join(backend.dataFolder, 'certfolio.sqlite'), readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM contacts').get();
    expect(await erase()).toMatchObject({ isSwept: false });
    reader.close();
    backend.close();
    openTestBackend(backend.dataFolder);
    expect(bytesOf(person.name, person.idNumber)).toEqual([]);
  });

  it('by a full disk says that it has to be finished', async () => {
    const firm = await openPersonFirm();
    const { erase, backend } = firm;
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const exec = backend.db.exec.bind(backend.db);
    const full = vi.spyOn(backend.db, 'exec').mockImplementation((sql) => {
      if (sql === 'VACUUM')
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      return exec(sql);
    });
    expect(await erase()).toMatchObject({ isSwept: false, erasure: { isWhole: true } });
    expect(said).toHaveBeenCalledOnce();
    full.mockRestore();
    said.mockRestore();
    expect(fs.existsSync(path.join(backend.dataFolder, 'certfolio.sqlite'))).toBe(true);
  });
});

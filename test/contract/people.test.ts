import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { personWords, wordsIn } from '#shared/domain/person-words.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import { openPersonFirm, personOf } from '#test/support/person-firm.ts';
import * as scans from '#test/support/scans.ts';
import '#test/support/property-seed.ts';

type Firm = Awaited<ReturnType<typeof openPersonFirm>>;

describe('the list of people', () => {
  it('has each person once, by name, with their clients and papers', async () => {
    const firm = await openPersonFirm();
    const { call, contactAt, contactId, person, paperOf } = firm;
    await paperOf(1);
    const other = (await call.clients.create({ name: '示例白露有限公司', entityType: 'company' })).id;
    await contactAt(other, person, contactId);
    await contactAt(other, personOf(1));
    const { rows, total } = await call.people.list({});
    expect(total).toBe(2);
    expect(rows.find(({ id }) => id === contactId)).toEqual({
      ...{ id: contactId, name: person.name, phone: person.phone, idNumber: person.idNumber },
      clientNames: ['示例白露有限公司', '示例青禾商贸有限公司'].sort(),
      ...{ clientCount: 2, paperCount: 1, isTrashed: false },
    });
  });

  it('is searched by name, number with or without spaces, and address', async () => {
    const { call, person, contactAt, clientId } = await openPersonFirm();
    await contactAt(clientId, personOf(1));
    const spaced = `${person.phone.slice(0, 3)} ${person.phone.slice(3, 7)} ${person.phone.slice(7)}`;
    for (const text of [
      person.name,
      spaced,
      person.phone.slice(-4),
      person.idNumber.toLowerCase(),
      person.email,
    ])
      expect(
        (await call.people.list({ text })).rows.map(({ name }) => name),
        text,
      ).toContain(person.name);
    expect((await call.people.list({ text: '没有这个人' })).rows).toEqual([]);
    expect(await codeOf(call.people.list({ after: 'x' }))).toBe('NOT_FOUND');
  });

  it('is in the order of the names’ readings, as Chinese lists are', async () => {
    const { call, contactAt, clientId } = await openPersonFirm();
    for (const [no, name] of ['示例乙', '示例甲', '示例丙'].entries())
      await contactAt(clientId, { ...personOf(no + 1), name });
    const { rows } = await call.people.list({ text: '示例' });
    const names = rows.map(({ name }) => name).filter((name) => name.length === 3);
    expect(names).toEqual(['示例丙', '示例甲', '示例乙']);
  });

  it('is read a page at a time', async () => {
    const { call, contactAt, clientId } = await openPersonFirm();
    for (const no of [1, 2, 3, 4, 5, 6]) await contactAt(clientId, personOf(no));
    const all = (await call.people.list({})).rows.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof call.people.list>> = await call.people.list({ after, limit: 2 });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.nextCursor;
    } while (after !== null);
    expect(paged).toEqual(all);
    expect(all).toHaveLength(7);
  });
});

describe('everything about one person', () => {
  it('is their entry, links, papers with files and texts, and where they are spoken of', async () => {
    const firm = await openPersonFirm();
    const { call, clientId, person, contactId, paperOf, noted, report } = firm;
    const paper = await paperOf(1);
    noted(paper.sha256, `姓名 ${person.name}`);
    const { id: noteId } = await call.notes.add({ clientId, text: `${person.name}改了电话` });
    const told = await report();
    expect(told.person).toMatchObject({ id: contactId, name: person.name, idNumber: person.idNumber });
    expect(told.links).toMatchObject([{ clientId, isLegalRepresentative: true, isTrashed: false }]);
    expect(told.papers).toMatchObject([
      { id: paper.id, kind: 'id_card', files: [{ sha256: paper.sha256, text: `姓名 ${person.name}` }] },
    ]);
    expect(told.places).toContainEqual(
      expect.objectContaining({ table: 'notes', rowId: noteId, clientId, words: ['name'] }),
    );
    expect(told.eventCount).toBe(told.events.length);
    expect(told.events.map(({ rowId }) => rowId)).toEqual(
      expect.arrayContaining([contactId, paper.id, noteId]),
    );
  });

  it('counts an ID card that only its number tells, and not that of another', async () => {
    const firm = await openPersonFirm();
    const { call, person, report, add, file, contactAt, clientId } = firm;
    const other = await contactAt(clientId, personOf(1));
    const cards = await Promise.all(
      [1, 2].map(async (no) => {
        const { added } = await add([file(`扫描${no}.png`, await scans.picture('png', no))], {
          ...{ kind: 'id_card', parts: ['front'] },
        });
        return added.documentId!;
      }),
    );
    const say = async (id: string, number: string, contactId: string | null): Promise<unknown> =>
      call.documents.update({ id, base: { number: null, contactId: null }, changes: { number, contactId } });
    await say(cards[0]!, person.idNumber, null);
    await say(cards[1]!, personOf(1).idNumber, other.contactId);
    expect((await report()).papers.map(({ id }) => id)).toEqual([cards[0]]);
  });

  it('is unknown of one who is not there', async () => {
    const { call } = await openPersonFirm();
    expect(await codeOf(resultOf(await call.people.report({ id: 'nobody' })))).toBe('NOT_FOUND');
  });

  it('tells namesakes apart, and a longer name that holds the name', async () => {
    const { call, person, contactAt, clientId, report } = await openPersonFirm();
    const same = await contactAt(clientId, { ...personOf(1), name: person.name });
    await contactAt(clientId, { ...personOf(2), name: `${person.name}明` });
    await call.notes.add({ clientId, text: `${person.name}明来过` });
    const told = await report();
    expect(told.namesakes).toEqual([{ id: same.contactId, name: person.name, words: ['name'] }]);
    expect(told.places.filter(({ table }) => table === 'notes')).toEqual([]);
  });
});

describe('everything about one person as a folder', () => {
  async function exported(firm: Firm, name = '个人信息') {
    const target = path.join(firm.folder, name);
    const input = { id: firm.contactId, recipient: firm.person.name, purpose: '本人查阅' };
    const steps = await firm.call.people.export({ ...input, target: firm.backend.tokens.grant(target) });
    return { target, done: await resultOf(steps) };
  }

  it('holds a page and unaltered copies, each in the register', async () => {
    const firm = await openPersonFirm();
    const { call, person, paperOf, clientId, contactId } = firm;
    const paper = await paperOf(1);
    await call.notes.add({ clientId, text: `<b>${person.name}</b>` });
    const { target, done } = await exported(firm);
    expect(done).toMatchObject({ name: '个人信息', fileCount: 2, missing: [] });
    const files = fs.readdirSync(target, { recursive: true }).map(String).sort();
    const [copy] = files.filter((file) => file.endsWith('.png'));
    expect(files).toEqual(expect.arrayContaining(['个人信息.html', path.join('assets', 'style.css')]));
    expect(scans.sha256Of(fs.readFileSync(path.join(target, copy!)))).toBe(paper.sha256);
    const page = fs.readFileSync(path.join(target, '个人信息.html'), 'utf8');
    for (const text of [person.name, person.idNumber, person.phone, '示例青禾商贸有限公司', '本人查阅'])
      expect(page).toContain(text);
    expect(page).toContain(`&lt;b&gt;${person.name}`);
    const { rows } = await call.handOuts.list({ filter: { contactId } });
    expect(rows.map(({ way, recipient, purpose }) => [way, recipient, purpose])).toEqual(
      Array.from({ length: 2 }, () => ['person', person.name, '本人查阅']),
    );
    const html = rows.find(({ copyName }) => copyName === '个人信息.html');
    expect(html?.copySha256).toBe(scans.sha256Of(fs.readFileSync(path.join(target, '个人信息.html'))));
    expect(await codeOf(call.history.undo({ changeId: 'x' }))).toBe('NOTHING_TO_UNDO');
  });

  it('is not there at all where something is there already, or the work is given up', async () => {
    const firm = await openPersonFirm();
    const { call, backend, folder, paperOf, contactId, person } = firm;
    await paperOf(1);
    const taken = path.join(folder, '有东西');
    fs.mkdirSync(taken);
    fs.writeFileSync(path.join(taken, 'a.txt'), 'a');
    const ask = (target: string) =>
      call.people.export({
        ...{ id: contactId, recipient: person.name, purpose: '本人查阅' },
        target: backend.tokens.grant(target),
      });
    expect(await codeOf(ask(taken).then((steps) => resultOf(steps)))).toBe('FOLDER_TAKEN');
    const given = path.join(folder, '放弃');
    for await (const step of await ask(given)) if (step.kind === 'working' && step.total > 1) break;
    const lost = path.join(folder, '没有这个', '地方');
    expect(await codeOf(ask(lost).then((steps) => resultOf(steps)))).toBe('NOT_WRITABLE');
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(fs.existsSync(given)).toBe(false);
    expect((await call.handOuts.list({})).total).toBe(0);
  });

  it('says which files are gone, and the rest goes on', async () => {
    const firm = await openPersonFirm();
    const { sha256 } = await firm.paperOf(1);
    await firm.paperOf(2);
    fs.rmSync(path.join(firm.vaultFolder, sha256.slice(0, 2), sha256));
    const { done } = await exported(firm);
    expect(done).toMatchObject({ fileCount: 2, missing: [`${firm.person.name}身份证1.png`] });
  });
});

describe('any firm', () => {
  /** Texts as people write them, with a person's words or without. */
  const texts = fc.constantFrom(
    ...[0, 1, 2].flatMap((no) => {
      const { name, phone, idNumber, wechat } = personOf(no);
      return [
        `${name}来电`,
        `号码${phone}`,
        `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}找人`,
        `证件 ${idNumber.toLowerCase()}。`,
        `微信：${wechat}`,
        `订单9${phone}1`,
      ];
    }),
    '没有谁',
  );
  const plans = fc.record({
    notes: fc.array(fc.record({ at: fc.nat(1), text: texts }), { maxLength: 5 }),
    remarks: fc.tuple(texts, texts),
    tasks: fc.array(texts, { maxLength: 2 }),
    papers: fc.array(fc.record({ at: fc.nat(1), who: fc.nat(2), title: texts, isTrashed: fc.boolean() }), {
      maxLength: 3,
    }),
    hasCase: fc.boolean(),
    links: fc.subarray([
      [0, 0],
      [0, 1],
      [1, 1],
      [2, 0],
    ] as [number, number][]),
  });
  type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

  async function build(plan: Plan) {
    const firm = await openPersonFirm();
    const { call, clientId, contactId, contactAt, add, file } = firm;
    const second = (await call.clients.create({ name: '示例白露有限公司', entityType: 'company' })).id;
    const clients = [clientId, second];
    const ids = new Map([[0, contactId]]);
    const linkedAt = new Set(['0 0']);
    for (const [who, at] of plan.links) {
      if (who === 0 && at === 0) continue;
      const linked = await contactAt(clients[at]!, personOf(who), ids.get(who) ?? null);
      ids.set(who, linked.contactId);
      linkedAt.add(`${who} ${at}`);
    }
    for (const [index, remark] of plan.remarks.entries())
      await call.clients.update({ id: clients[index]!, base: { remark: null }, changes: { remark } });
    for (const { at, text } of plan.notes) await call.notes.add({ clientId: clients[at]!, text });
    for (const title of plan.tasks)
      await call.tasks.save({ id: null, clientId: null, title, dueOn: calendarDate('2026-10-01') });
    for (const [no, { at, who, title, isTrashed }] of plan.papers.entries()) {
      const { added } = await add([file(`${no}.png`, await scans.picture('png', no + 1))], {
        ...{ kind: 'id_card', parts: ['front'], clientId: clients[at]! },
      });
      const id = added.documentId!;
      const base = await call.documents.get({ id });
      const changes = { title, contactId: linkedAt.has(`${who} ${at}`) ? (ids.get(who) ?? null) : null };
      await call.documents.update({ id, base: { title: base.title, contactId: null }, changes });
      if (isTrashed) await call.documents.trash({ id });
    }
    if (plan.hasCase) {
      const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
      const { id: accountId } = await call.accounts.create({ clientId: second, account });
      await call.applications.create({ accountId, kind: 'first_certification' });
    }
    return firm;
  }

  /** Every cell of every shared table in which a word of the person stands, looked at one by one. */
  function cellsNaming({ backend, person }: Firm): string[] {
    const words = personWords(person);
    return sharedTableNames.flatMap((table) => {
      const rows = backend.db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
      return rows.flatMap((row) =>
        Object.entries(row)
          .filter(
            ([name, cell]) =>
              typeof cell === 'string' && !/id$|sha256$/u.test(name) && wordsIn(cell, words).length > 0,
          )
          .map(([name]) => `${table} ${String(row.id)} ${name}`),
      );
    });
  }

  it('tells of a person whatever a look at every cell finds', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const firm = await build(plan);
        const told = await firm.report();
        const own = new Set([
          firm.contactId,
          ...told.papers.flatMap(({ id, files }) => [id, ...files.map(({ versionId }) => versionId)]),
        ]);
        const places = new Set(told.places.map(({ table, rowId, column }) => `${table} ${rowId} ${column}`));
        const untold = cellsNaming(firm).filter((cell) => {
          const [table = '', id = ''] = cell.split(' ');
          return !places.has(cell) && !own.has(id) && table !== 'stated_values';
        });
        expect(untold).toEqual([]);
        firm.backend.close();
      }),
      { numRuns: 12 },
    );
  });

  it(
    'keeps no word of an erased person but where it says that it stays, and why',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          const firm = await build(plan);
          const { backend, call, preview, erase, person, bytesOf } = firm;
          const { items } = await preview();
          const stays = new Set(
            items.filter(({ deed }) => deed === 'stay').map(({ table, rowId }) => `${table} ${rowId}`),
          );
          const { erasure } = await erase();
          const left = cellsNaming(firm).filter((cell) => !stays.has(cell.split(' ').slice(0, 2).join(' ')));
          const stated = new Set(
            items.filter(({ deed, what }) => deed === 'stay' && what === 'paper').map(({ rowId }) => rowId),
          );
          const parts = backend.db
            .prepare(
              'SELECT id FROM document_versions WHERE document_id IN (SELECT value FROM json_each(@ids)) UNION SELECT id FROM stated_values WHERE document_id IN (SELECT value FROM json_each(@ids))',
            )
            .all({ ids: JSON.stringify([...stated]) }) as { id: string }[];
          const ofStaying = new Set(parts.map(({ id }) => id));
          expect(left.filter((cell) => !ofStaying.has(cell.split(' ')[1] ?? ''))).toEqual([]);
          expect((await call.history.verify()).brokenAt).toBeNull();
          // Where nothing had to stay the bytes of the whole database say so.
          if (erasure.stays.length === 0)
            expect(bytesOf(person.name, person.idNumber, person.email, person.wechat)).toEqual([]);
          backend.close();
        }),
        { numRuns: 20 },
      );
    },
  );
});

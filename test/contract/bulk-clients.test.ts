import { setImmediate as otherCalls, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/contract/errors.ts';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { writeClients } from '#backend/bulk/clients.ts';
import { noteUnfinished, readUnfinished } from '#backend/db/unfinished-change.ts';
import { beingTakenBack } from '#backend/history/take-back.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { allOf } from '#test/support/streams.ts';

type Call = TestBackend['call'];
const many = 60;

async function firmOf({ backend, call }: TestBackend, count = many) {
  const { id: lan } = await call.consultants.save({ id: null, consultant: person('周岚') });
  const { id: wen } = await call.consultants.save({ id: null, consultant: person('许闻') });
  const ids = backend.changes.record('test', (change) =>
    Array.from({ length: count }, (_, n) => {
      const name = `示例${String(n).padStart(4, '0')}`;
      const owner = n % 2 === 0 ? lan : wen;
      return change.insert('clients', {
        ...{ name, name_key: name, entity_type: 'company', consultant_id: owner, service_fee_fen: 100 },
      });
    }),
  ).result;
  return { lan, wen, ids };
}

const person = (name: string) => ({ name, phone: null, email: null, weeklyCapacity: null });
const all = { filter: {}, rows: { ids: null, except: [] } };
const consultants = async (call: Call) =>
  (await call.clients.list({ limit: 500 })).rows.map((row) => row.consultantName);
const changeCount = ({ backend }: TestBackend): number =>
  backend.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM changes').get()?.n ?? 0;
const facts = ({ backend }: TestBackend) => ({
  clients: backend.db
    .prepare(
      'SELECT id, consultant_id, service_status, service_fee_fen, deleted_at_ms IS NULL AS live FROM clients ORDER BY id',
    )
    .all(),
  tags: backend.db.prepare('SELECT client_id FROM client_tags WHERE deleted_at_ms IS NULL ORDER BY id').all(),
  derived: backend.db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all(),
});

/** Gives up a change when most of it is written; `whole` resolves when it is taken back. */
async function givenUp(backend: Backend, work: AsyncGenerator) {
  for (let part = 0; part < 3; part++) await work.next();
  const whole = work.return(undefined);
  await otherCalls();
  expect(beingTakenBack(backend)).toBeDefined();
  return { whole };
}

/** Between two keys. */
const pressMs = 30;

describe('a look at many clients', () => {
  it('tells what they have in common and what differs, their tags and their sum', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened, 4);
    const { call } = opened;
    await call.clients.setTags({ id: ids[0] ?? '', tags: ['重点', '餐饮'] });
    await call.clients.setTags({ id: ids[2] ?? '', tags: ['重点'] });
    expect(await call.bulk.lookAtClients(all)).toMatchObject({
      count: 4,
      gone: [],
      fields: {
        consultantId: { isMixed: true },
        serviceStatus: { isMixed: false, value: 'active' },
        serviceFeeFen: { isMixed: false, value: 100 },
        standing: { isMixed: false, value: null },
      },
      tags: [
        { name: '重点', count: 2 },
        { name: '餐饮', count: 1 },
      ],
      serviceFeeTotalFen: 400,
    });
    const some = await call.bulk.lookAtClients({ filter: {}, rows: { ids: [ids[0] ?? '', ids[2] ?? ''] } });
    expect(some).toMatchObject({ count: 2, fields: { consultantId: { isMixed: false, value: lan } } });
  });

  it('holds to the filter: named rows that left it are gone, excepted ones are not meant', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened, 4);
    const { call } = opened;
    const filter = { consultantIds: [lan] };
    expect(await call.bulk.lookAtClients({ filter, rows: { ids } })).toMatchObject({
      count: 2,
      gone: [ids[1], ids[3]],
    });
    expect(await call.bulk.lookAtClients({ filter, rows: { except: [ids[0] ?? ''] } })).toMatchObject({
      count: 1,
      gone: [],
    });
    await call.clients.trash({ id: ids[0] ?? '' });
    expect(await call.bulk.lookAtClients({ filter: {}, rows: { ids: ids.slice(0, 1) } })).toMatchObject({
      count: 0,
      gone: [ids[0]],
    });
  });
});

describe('the same written to many clients', () => {
  it('is one change in parts, writes only the fields that are named, and is undone and redone as one', async () => {
    const folder = temporaryFolder();
    const first = openTestBackend(folder);
    const { lan } = await firmOf(first);
    const before = facts(first);
    const changes = changeCount(first);
    const steps: WorkStep<unknown>[] = [];
    const input = {
      ...all,
      changes: { consultantId: lan, serviceStatus: 'paused' as const },
      addTags: ['冬季'],
    };
    const done = await resultOf(first.call.bulk.writeClients(input), (step) => steps.push(step));
    expect(done).toMatchObject({ written: many, skipped: 0 });
    expect(steps.length).toBeGreaterThan(1);
    expect(changeCount(first)).toBe(changes + 1);
    expect(new Set(await consultants(first.call))).toEqual(new Set(['周岚']));
    const after = facts(first);
    expect(after.tags).toHaveLength(many);
    expect(await first.call.history.verify()).toMatchObject({ brokenAt: null });
    first.backend.close();

    const second = openTestBackend(folder);
    expect(await second.call.history.undo()).toMatchObject({ action: 'bulk.clients' });
    expect(facts(second)).toEqual(before);
    second.backend.close();

    const third = openTestBackend(folder);
    expect(await third.call.history.redo()).toMatchObject({ action: 'bulk.clients' });
    expect(facts(third)).toEqual(after);
    expect(await third.call.history.undo({ changeId: done.changeId ?? '' })).toMatchObject({
      action: 'bulk.clients',
    });
    expect(facts(third)).toEqual(before);
  });

  it('adds and takes away tags of those that lack or have them, and counts who was different', async () => {
    const opened = openTestBackend();
    const { ids } = await firmOf(opened, 3);
    const { call } = opened;
    await call.clients.setTags({ id: ids[0] ?? '', tags: ['重点'] });
    await call.clients.setTags({ id: ids[1] ?? '', tags: ['旧'] });
    const add = await resultOf(call.bulk.writeClients({ ...all, addTags: ['重点'], removeTags: ['旧'] }));
    expect(add.written).toBe(2);
    expect((await call.bulk.lookAtClients(all)).tags).toEqual([{ name: '重点', count: 3 }]);
    const again = await resultOf(call.bulk.writeClients({ ...all, addTags: ['重点'] }));
    expect(again).toEqual({ changeId: null, written: 0, skipped: 0, same: 3 });
  });

  it('leaves the others alone', async () => {
    const opened = openTestBackend();
    const { wen, ids } = await firmOf(opened);
    const rows = { ids: null, except: ids.slice(0, 3) };
    await resultOf(opened.call.bulk.writeClients({ filter: {}, rows, changes: { serviceStatus: 'ended' } }));
    const { total } = await opened.call.clients.list({ filter: { serviceStatuses: ['ended'] } });
    expect(total).toBe(many - 3);
    const filter = { consultantIds: [wen] };
    await resultOf(opened.call.bulk.writeClients({ filter, changes: { consultantId: null } }));
    expect((await opened.call.clients.list({ filter: { consultantIds: ['nobody'] } })).total).toBe(many / 2);
  });

  it('is refused as stale when they are otherwise than they were seen', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { call } = opened;
    const { seen } = await call.bulk.lookAtClients(all);
    await call.clients.update({ id: ids[7] ?? '', base: {}, changes: { serviceFeeFen: 300 } });
    const before = changeCount(opened);
    const write = resultOf(call.bulk.writeClients({ ...all, seen, changes: { consultantId: lan } }));
    expect(await failureOf(write)).toMatchObject({ code: 'STALE' });
    expect(changeCount(opened)).toBe(before);
    const now = await call.bulk.lookAtClients(all);
    const again = call.bulk.writeClients({ ...all, seen: now.seen, changes: { consultantId: lan } });
    expect((await resultOf(again)).written).toBe(many / 2);
  });

  it('knows the consultant, and refuses a year that is not over before anything is written', async () => {
    const opened = openTestBackend();
    await firmOf(opened);
    const before = facts(opened);
    const { call } = opened;
    const nobody = resultOf(call.bulk.writeClients({ ...all, changes: { consultantId: 'nobody here' } }));
    expect(await failureOf(nobody)).toMatchObject({ code: 'NOT_FOUND' });
    const early = resultOf(call.bulk.writeClients({ ...all, changes: { annualReportYear: 2026 } }));
    expect(await failureOf(early)).toMatchObject({ code: 'REPORT_YEAR_NOT_OVER' });
    expect(facts(opened)).toEqual(before);
  });
});

describe('a bulk change that does not come to its end', () => {
  it('is taken back when it is cancelled, and neither undo nor redo knows of it', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { backend, call } = opened;
    await call.clients.update({ id: ids[0] ?? '', base: {}, changes: { serviceFeeFen: 900 } });
    const before = facts(opened);
    const own = new AbortController();
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } }, own.signal);
    let parts = 0;
    const run = async () => {
      for await (const step of work) if (step.kind === 'working' && (parts += 1) === 2) own.abort();
    };
    await expect(run()).rejects.toSatisfy((error) => isAppError(error) && error.code === 'CANCELLED');
    expect(parts).toBe(2);
    expect(facts(opened)).toEqual(before);
    expect(readUnfinished(backend.db)).toBeUndefined();
    expect(await call.history.verify()).toMatchObject({ brokenAt: null });
    expect(await failureOf(call.history.redo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect(await call.history.undo()).toMatchObject({ action: 'clients.update' });
    expect(await call.history.redo()).toMatchObject({ action: 'clients.update' });
    expect(facts(opened)).toEqual(before);
  });

  it('is taken back when whoever follows it goes away', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const before = facts(opened);
    const work = writeClients(opened.backend, { ...all, ...nothing, changes: { consultantId: lan } });
    for await (const step of work) if (step.kind === 'working') break;
    expect(facts(opened)).toEqual(before);
  });

  it('keeps what was written meanwhile by hand', async () => {
    const opened = openTestBackend();
    const { lan, wen, ids } = await firmOf(opened);
    const { backend, call } = opened;
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    await work.next();
    const [id = ''] = ids.slice(1);
    await call.clients.update({ id, base: { consultantId: lan }, changes: { consultantId: null } });
    await work.return(undefined);
    const stored = backend.db.prepare('SELECT id, consultant_id FROM clients ORDER BY id').all();
    expect(stored).toEqual(
      ids.map((each, n) => ({ id: each, consultant_id: each === id ? null : n % 2 === 0 ? lan : wen })),
    );
  });

  it('is taken back at the next start when the program was cut off', async () => {
    const folder = temporaryFolder();
    const first = openTestBackend(folder);
    const { wen, ids } = await firmOf(first);
    const before = facts(first);
    // What a part leaves behind when the process ends after it.
    const long = first.backend.changes.begin('bulk.clients');
    long.write((change) => {
      noteUnfinished(first.backend.db, long.changeId);
      for (const id of ids.slice(0, 9)) change.update('clients', id, { consultant_id: wen });
    });
    first.backend.close();
    const second = openTestBackend(folder);
    expect(facts(second)).toEqual(before);
    expect(readUnfinished(second.backend.db)).toBeUndefined();
    expect(await second.call.history.undo()).toMatchObject({ action: 'test' });
  });

  it('keeps others out while it is written: another one, and undo', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { backend, call } = opened;
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    await work.next();
    const other = resultOf(call.bulk.writeClients({ ...all, changes: { serviceStatus: 'ended' } }));
    expect(await failureOf(other)).toMatchObject({ code: 'CHANGE_UNDER_WAY' });
    expect(await failureOf(call.history.undo())).toMatchObject({ code: 'CHANGE_UNDER_WAY' });
    await call.clients.update({ id: ids[9] ?? '', base: {}, changes: { serviceFeeFen: 5 } });
    expect(await resultOf(work)).toMatchObject({ written: many / 2 });
  });

  it('is waited for by an undo that comes before its end, and by the one after that', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { backend, call } = opened;
    const before = facts(opened);
    await resultOf(writeClients(backend, { ...all, ...nothing, changes: { serviceStatus: 'ended' } }));
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    await work.next();
    const undone = Promise.all([call.history.undo(), call.history.undo()]);
    await resultOf(work);
    await undone;
    expect(facts(opened)).toEqual(before);
  });

  it('leaves what was there alone when the one that was waited for is given up', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { backend, call } = opened;
    await resultOf(writeClients(backend, { ...all, ...nothing, changes: { serviceStatus: 'ended' } }));
    const before = facts(opened);
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    await work.next();
    const undone = failureOf(call.history.undo());
    await sleep(pressMs);
    await work.return(undefined); // Nobody reads the result of what was given up.
    expect(await undone).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect(facts(opened)).toEqual(before);
  });

  it('that is given up is no reason to wait: what an undo means then is the change before', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { backend, call } = opened;
    const before = facts(opened);
    const { changeId } = await call.consultants.save({ id: null, consultant: person('示例新人') });
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    const ended = await givenUp(backend, work);
    const steps = await allOf(await call.history.undoing({}));
    expect(steps).toMatchObject([{ kind: 'done', result: { revertedId: changeId } }]);
    await ended.whole;
    expect(facts(opened)).toEqual(before);
    expect(await call.history.redo()).toMatchObject({ action: 'consultants.save' });
  });

  it('that is given up is waited for where it wrote the same rows, and tells how far that is', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { backend, call } = opened;
    const before = facts(opened);
    await call.clients.update({ id: ids[1] ?? '', base: {}, changes: { serviceFeeFen: 5 } });
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    const ended = await givenUp(backend, work);
    const steps = await allOf(await call.history.undoing({}));
    await ended.whole;
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['working', 'done']));
    expect(facts(opened)).toEqual(before);
  });

  it('is waited for by an undo and a redo in their order', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { backend, call } = opened;
    const work = writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } });
    await work.next();
    const undone = call.history.undo();
    await sleep(pressMs);
    const redone = call.history.redo();
    await sleep(pressMs);
    await resultOf(work);
    const written = facts(opened);
    await Promise.all([undone, redone]);
    expect(facts(opened)).toEqual(written);
  });
});

describe('an undo of many rows', () => {
  it('that is cancelled leaves the change standing, so that it can be undone again', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { call } = opened;
    const before = facts(opened);
    await resultOf(
      call.bulk.writeClients({ ...all, changes: { consultantId: lan, serviceStatus: 'ended' } }),
    );
    const written = facts(opened);
    for await (const step of await call.history.undoing({})) if (step.kind === 'working') break;
    expect(facts(opened)).toEqual(written);
    expect(await failureOf(call.history.redo())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await call.history.undo();
    expect(facts(opened)).toEqual(before);
    for await (const step of await call.history.redoing()) if (step.kind === 'working') break;
    expect(facts(opened)).toEqual(before);
    await call.history.redo();
    expect(facts(opened)).toEqual(written);
  });

  it('that meets a row which was written again changes nothing', async () => {
    const opened = openTestBackend();
    const { lan, ids } = await firmOf(opened);
    const { backend, call } = opened;
    const { changeId } = await resultOf(call.bulk.writeClients({ ...all, changes: { serviceFeeFen: 7 } }));
    backend.db.prepare('UPDATE clients SET service_fee_fen = 8 WHERE id = ?').run(ids[1] ?? '');
    const before = facts(opened);
    expect(await failureOf(call.history.undo({ changeId: changeId ?? '' }))).toMatchObject({
      code: 'UNDO_CONFLICT',
    });
    expect(facts(opened)).toEqual(before);
    expect(lan).not.toBe('');
  });
});

describe('many clients thrown away', () => {
  it('are one entry of the trash, come back from it, and come back by undo', async () => {
    const opened = openTestBackend();
    const { ids } = await firmOf(opened, 30);
    const { call } = opened;
    for (const clientId of ids.slice(0, 3))
      await call.accounts.create({
        clientId,
        account: { platform: 'wechat', kind: 'mini_program', name: '号' },
      });
    const before = facts(opened);
    const done = await resultOf(call.bulk.trashClients(all));
    expect(done.written).toBe(30);
    expect((await call.clients.list({})).total).toBe(0);
    expect((await call.trash.list({})).rows).toMatchObject([
      { changeId: done.changeId, kind: 'clients', count: 30, along: [{ kind: 'accounts', count: 3 }] },
    ]);
    await call.history.undo();
    expect(facts(opened)).toEqual(before);
    await call.history.redo();
    await call.trash.restore({ changeIds: [(await call.trash.list({})).rows[0]?.changeId ?? ''] });
    expect(facts(opened)).toEqual(before);
  });
});

const nothing = { addTags: [], removeTags: [] };

import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { planOfParts } from '#shared/contract/imports.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { allOf } from '#test/support/streams.ts';
import { creditCodeNo, largeHeadings, largeRows } from '#test/support/workbooks.ts';
import {
  portfolio,
  headings,
  lantern,
  planOf,
  run,
  importFile,
  inFolder,
  clientNamed,
  clientNames,
  count,
} from '#test/support/imports.ts';

describe('writing', () => {
  it('takes 5,000 rows in one go', { timeout: 120_000 }, async () => {
    const test = openTestBackend();
    const file = inFolder([largeHeadings, ...largeRows(5000)]);
    const startedMs = performance.now();
    const plan = await planOf(test, file);
    const plannedMs = performance.now();
    const { done } = await run(test, plan);
    const writtenMs = performance.now();
    console.log(`5,000 rows: planned in ${plannedMs - startedMs} ms, written in ${writtenMs - plannedMs} ms`);
    expect(done.counts).toMatchObject({ create: 5000, newAccounts: 5000, refuse: 0 });
    expect(count(test, 'clients')).toBe(5000);
    const again = await planOf(test, file);
    console.log(`again: planned in ${again.tookMs} ms`);
    expect(again.counts).toMatchObject({ same: 5000, changedFields: 0 });
    expect((await run(test, again)).done.changeId).toBeNull();
  });

  it('leaves nothing behind when one row fails in the middle', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, inFolder([largeHeadings, ...largeRows(20)]));
    test.backend.db.exec(
      `CREATE TRIGGER fails BEFORE INSERT ON accounts WHEN new.name = '示例小程序15' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await expect(run(test, plan)).rejects.toThrow('no room');
    for (const table of [
      'clients',
      'accounts',
      'contacts',
      'consultants',
      'tags',
      'events',
      'changes',
      'obligations',
      'import_mappings',
    ]) {
      expect([table, count(test, table)]).toEqual([table, 0]);
    }
    test.backend.db.exec('DROP TRIGGER fails');
    expect((await run(test, plan)).done.counts.create).toBe(20);
  });

  it('does not happen when the call is given up before', async () => {
    const test = openTestBackend();
    const { planId } = await planOf(test, portfolio);
    const stop = new AbortController();
    const stream = await test.call.imports.run({ planId, decisions: {} }, { signal: stop.signal });
    for await (const step of stream) {
      expect(step.kind).toBe('working');
      break;
    }
    expect(count(test, 'clients')).toBe(0);
    const second = await test.call.imports.run({ planId, decisions: {} }, { signal: stop.signal });
    const read = async () => {
      for await (const step of second) if (step.kind === 'working') stop.abort();
    };
    await expect(read()).rejects.toThrow();
    expect(count(test, 'clients')).toBe(0);
  });

  it('of many clients is taken back whole when it is given up, and gives other calls their turn', async () => {
    const test = openTestBackend();
    const { planId } = await planOf(test, inFolder([largeHeadings, ...largeRows(400)]));
    const stop = new AbortController();
    const stream = await test.call.imports.run({ planId }, { signal: stop.signal });
    let seen = 0;
    const read = async () => {
      for await (const step of stream) {
        if (step.kind !== 'working' || step.done === 0) continue;
        // A list answers while it is written.
        seen = (await test.call.clients.list({})).total;
        stop.abort();
      }
    };
    await expect(read()).rejects.toThrow();
    expect(seen).toBeGreaterThan(0);
    expect((await test.call.clients.list({})).total).toBe(0);
    expect(count(test, 'import_mappings')).toBe(0);
    expect(await failureOf(test.call.history.undo({}))).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('of many clients is one change, undone as one', async () => {
    const test = openTestBackend();
    const { done, steps } = await importFile(test, inFolder([largeHeadings, ...largeRows(300)]));
    expect(steps.length).toBeGreaterThan(4);
    expect(done.counts.create).toBe(300);
    if (done.changeId === null) throw new Error('clients were made');
    await test.call.history.undo({ changeId: done.changeId });
    expect((await test.call.clients.list({})).total).toBe(0);
  });

  it('stops at a client that another window changes meanwhile, and takes back what it has written', async () => {
    const test = openTestBackend();
    const rows = largeRows(300);
    await importFile(test, inFolder([largeHeadings, ...rows]));
    const fee = largeHeadings.indexOf('服务费');
    const dearer = rows.map((row) => row.with(fee, 9_999));
    const { planId } = await planOf(test, inFolder([largeHeadings, ...dearer]));
    const changed = String(rows.at(-1)?.[0]);
    const { client } = await clientNamed(test, changed);
    const read = async () => {
      for await (const step of await test.call.imports.run({ planId }))
        if (step.kind === 'working' && step.done === 8)
          await test.call.clients.update({ id: client.id, base: {}, changes: { serviceFeeFen: 100 } });
    };
    expect(await failureOf(read())).toMatchObject({ code: 'CHANGED_MEANWHILE', data: { name: changed } });
    const { rows: after } = await test.call.clients.list({ limit: 500 });
    expect(after.filter(({ serviceFeeFen }) => serviceFeeFen === 999_900)).toEqual([]);
    expect((await clientNamed(test, changed)).client.serviceFeeFen).toBe(100);
  });

  it('follows the word on a row, which is shown before it is written', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const plan = await planOf(test, inFolder([headings, lantern.with(4, 2400)]));
    const [row] = plan.rows;
    if (row === undefined) throw new Error('the plan has a row');
    const decide = (decision: 'keep' | 'take' | 'skip') =>
      planOfParts(
        test.call.imports.decide({ planId: plan.planId, decisions: { [String(row.rowNo)]: decision } }),
      );
    expect((await decide('keep')).counts).toMatchObject({ update: 0, changedFields: 0 });
    expect((await decide('skip')).counts).toMatchObject({ skip: 1, changedFields: 0 });
    expect((await decide('take')).counts).toMatchObject({ update: 1, changedFields: 1 });
    const { done } = await run(test, plan, { [String(row.rowNo)]: 'keep' });
    expect(done.changeId).toBeNull();
  });

  it('twice from the same plan makes no duplicates', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, portfolio);
    const other = await planOf(test, portfolio);
    await run(test, plan);
    const clients = count(test, 'clients');
    for (const late of [plan, other]) expect((await run(test, late)).done.changeId).toBeNull();
    expect(count(test, 'clients')).toBe(clients);
  });

  it('does not overwrite what has changed since it was shown', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const plan = await planOf(test, inFolder([headings, lantern.with(4, 2400)]));
    const { client } = await clientNamed(test, '示例灯具有限公司');
    await test.call.clients.update({ id: client.id, base: {}, changes: { serviceFeeFen: 990_000 } });
    expect(await failureOf(run(test, plan))).toEqual({
      code: 'STALE',
      data: { field: 'serviceFee', expected: '120000', found: '990000' },
    });
    await test.call.clients.trash({ id: client.id });
    expect((await failureOf(run(test, plan))).code).toBe('STALE');
  });

  it('needs a plan that is still there', async () => {
    const test = openTestBackend();
    const first = await planOf(test, portfolio);
    for (let index = 0; index < 3; index += 1) await planOf(test, portfolio);
    expect(await failureOf(run(test, first))).toMatchObject({ code: 'NOT_FOUND', data: { what: 'plan' } });
  });
});

it('while a long sheet is planned and shown others are answered, and one who writes is heard', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const lines = Array.from({ length: 6000 }, (_, no) => [`示例第${no}号有限公司`, creditCodeNo(no), '企业']);
  const plan = await planOf(opened, inFolder([headings.slice(0, 3), ...lines]));
  expect(plan.rows.map(({ rowNo }) => rowNo)).toEqual(lines.map((_, at) => at + 2));
  let answers = 0;
  const decidedOn = new AbortController();
  const deciding = planOfParts(call.imports.decide({ planId: plan.planId, decisions: { 2: 'skip' } }));
  const asking = (async () => {
    for (; !decidedOn.signal.aborted; answers += 1) {
      if (answers === 1) await call.clients.create({ name: '示例第7号有限公司', entityType: 'company' });
      await call.clients.list({ limit: 50 });
      await nextTurn();
    }
  })();
  const decided = await deciding;
  decidedOn.abort();
  await asking;
  expect(answers).toBeGreaterThan(3);
  expect(decided.rows[0]?.deed).toBe('skip');
  expect(decided.counts).toMatchObject({ clientsBefore: 1, create: 5998 });
});

it('that is cancelled leaves the clients that others have gone on with', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const heads = [...headings.slice(0, 4), '管理员', '标签'];
  const lines = Array.from({ length: 400 }, (_, no) => {
    const people = [`样本顾问${no % 2}`, `样本管理员${no}`];
    return [`示例第${no}号有限公司`, creditCodeNo(no), '企业', ...people, `标签${no % 2}`];
  });
  const { planId } = await planOf(opened, inFolder([heads, ...lines]));
  const stopping = new AbortController();
  const following: { kept?: Promise<unknown[]> } = {};
  const read = async () => {
    for await (const step of await call.imports.run({ planId }, { signal: stopping.signal })) {
      if (step.kind !== 'working' || step.done === 0 || following.kept !== undefined) continue;
      const { client } = await clientNamed(opened, '示例第3号有限公司');
      await call.notes.add({ clientId: client.id, applicationId: null, text: '约好周四' });
      stopping.abort();
      following.kept = call.history.untilTakenBack().then(allOf);
    }
  };
  await failureOf(read());
  expect((await following.kept)?.at(-1)).toEqual({ kind: 'done', result: { keptClients: 1 } });
  expect(await clientNames(opened)).toEqual(['示例第3号有限公司']);
  const { client, contacts, tags } = await clientNamed(opened, '示例第3号有限公司');
  expect(contacts.map(({ name }) => name)).toEqual(['样本管理员3']);
  expect(tags).toEqual(['标签1']);
  expect((await call.consultants.list()).map(({ id, name }) => [id, name])).toEqual([
    [client.consultantId, '样本顾问1'],
  ]);
  expect(count(opened, 'contacts WHERE deleted_at_ms IS NULL')).toBe(1);
  const { rows } = await call.notes.list({ clientId: client.id, applicationId: null, after: null });
  expect(rows.map(({ text }) => text)).toEqual(['约好周四']);
});

import { setImmediate as otherCalls, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/contract/errors.ts';
import { resultOf } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { writeClients } from '#backend/bulk/clients.ts';
import { noteUnfinished, readUnfinished } from '#backend/db/unfinished-change.ts';
import { beingTakenBack } from '#backend/history/take-back.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { allOf } from '#test/support/streams.ts';
import { all, facts, firmOf, many, nothing } from '#test/support/many-clients.ts';

const person = (name: string) => ({ name, phone: null, email: null, weeklyCapacity: null });

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

  it('tells how far the taking back is, and when it has ended', async () => {
    const opened = openTestBackend();
    const { lan } = await firmOf(opened);
    const { backend, call } = opened;
    expect(await allOf(await call.history.untilTakenBack())).toEqual([
      { kind: 'done', result: { keptClients: 0 } },
    ]);
    const { whole } = await givenUp(
      backend,
      writeClients(backend, { ...all, ...nothing, changes: { consultantId: lan } }),
    );
    const steps = await allOf(await call.history.untilTakenBack());
    expect(beingTakenBack(backend)).toBeUndefined();
    expect(backend.changes.underWay()).toBeNull();
    expect(steps[0]).toMatchObject({ kind: 'working' });
    expect(steps.at(-1)).toEqual({ kind: 'done', result: { keptClients: 0 } });
    await whole;
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

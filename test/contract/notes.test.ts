import { describe, expect, test } from 'vitest';
import type { LocalClient } from '#backend/router.ts';
import { allTables } from '#test/support/all-tables.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const hourMs = 3_600_000;

async function openCase() {
  const opened = openTestBackend();
  const { clientId, accountId } = await createSampleCase(opened.call);
  const { id: applicationId } = await opened.call.applications.create({
    accountId,
    kind: 'first_certification',
  });
  return { opened, call: opened.call, clientId, applicationId };
}

const textsOf = async (call: LocalClient, clientId: string, applicationId: string | null = null) =>
  (await call.notes.list({ clientId, applicationId })).rows.map(({ text }) => text);

describe('notes', () => {
  test('stand the latest first, of a client with those of its applications, by who wrote them', async () => {
    const { call, clientId, applicationId } = await openCase();
    const consultant = { name: '苏砚', phone: null, email: null, weeklyCapacity: null };
    const { id } = await call.consultants.save({ id: null, consultant });
    await call.settings.set({ consultantId: id });
    await call.notes.add({ clientId, text: '电话约好\n周四寄章' });
    await call.notes.add({ clientId, applicationId, text: '法人出差', notedAtMs: sampleNowMs - 2 * hourMs });
    await call.notes.add({ clientId, text: '旧事', notedAtMs: sampleNowMs - 3 * hourMs });
    expect(await textsOf(call, clientId)).toEqual(['电话约好\n周四寄章', '法人出差', '旧事']);
    expect(await textsOf(call, clientId, applicationId)).toEqual(['法人出差']);
    const { rows, total } = await call.notes.list({ clientId });
    expect(total).toBe(3);
    expect(rows[1]).toMatchObject({
      applicationId,
      consultantName: '苏砚',
      notedAtMs: sampleNowMs - 2 * hourMs,
    });
    expect((await call.clients.get({ id: clientId })).noteCount).toBe(3);
  });

  test('come in pages that meet, and as far as a note that is asked for', async () => {
    const { call, clientId } = await openCase();
    const ids: string[] = [];
    for (let n = 0; n < 7; n++)
      ids.unshift(
        (await call.notes.add({ clientId, text: `第 ${n} 条`, notedAtMs: sampleNowMs - hourMs })).id,
      );
    const seen: string[] = [];
    for (let after: string | null = null, page = 0; page < 4; page++) {
      const { rows, nextCursor } = await call.notes.list({ clientId, after, limit: 3 });
      seen.push(...rows.map(({ id }) => id));
      after = nextCursor;
      if (after === null) break;
    }
    expect(seen).toEqual(ids);
    const through = await call.notes.list({ clientId, limit: 2, through: ids[4] ?? '' });
    expect(through.rows.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(await failureOf(call.notes.list({ clientId, after: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are changed in place, and refused when somebody else wrote meanwhile', async () => {
    const { call, clientId } = await openCase();
    const { id } = await call.notes.add({ clientId, text: '一' });
    const base = { text: '一', notedAtMs: sampleNowMs };
    await call.notes.update({ id, base, changes: { text: '二', notedAtMs: sampleNowMs - hourMs } });
    expect((await call.notes.list({ clientId })).rows).toMatchObject([
      { text: '二', notedAtMs: sampleNowMs - hourMs },
    ]);
    expect(await failureOf(call.notes.update({ id, base, changes: { text: '三' } }))).toMatchObject({
      code: 'STALE',
      data: { field: 'text', found: '二' },
    });
    await call.history.undo({});
    expect(await textsOf(call, clientId)).toEqual(['一']);
  });

  test('are refused for a moment to come, for nobody, and for an application of somebody else', async () => {
    const { call, clientId, applicationId } = await openCase();
    const { id: otherId } = await call.clients.create({ name: '归樾示例', entityType: 'company' });
    const later = { clientId, text: '明天', notedAtMs: sampleNowMs + hourMs };
    expect(await failureOf(call.notes.add(later))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'in_future' },
    });
    for (const owner of [{ clientId: 'nobody' }, { clientId: otherId, applicationId }])
      expect(await failureOf(call.notes.add({ ...owner, text: '一' }))).toMatchObject({ code: 'NOT_FOUND' });
    await expect(call.notes.add({ clientId, text: ' \n ' })).rejects.toThrow('Input validation failed');
    expect(await failureOf(call.notes.trash({ id: 'nothing' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('go to the trash alone, with their application and with their client, and come back', async () => {
    const { opened, call, clientId, applicationId } = await openCase();
    const { id } = await call.notes.add({ clientId, text: '第一行\n第二行' });
    await call.notes.add({ clientId, applicationId, text: '法人出差' });
    const before = allTables(opened);
    await call.notes.trash({ id });
    const { rows } = await call.trash.list({});
    expect(rows[0]).toMatchObject({ kind: 'notes', title: '第一行 第二行', clientId });
    await call.trash.restore({ changeIds: [rows[0]?.changeId ?? ''] });
    expect(allTables(opened)).toEqual(before);
    await call.applications.trash({ id: applicationId });
    expect(await textsOf(call, clientId)).toEqual(['第一行\n第二行']);
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
    await call.clients.trash({ id: clientId });
    expect(await textsOf(call, clientId)).toEqual([]);
    await call.clients.restore({ id: clientId });
    expect(allTables(opened)).toEqual(before);
  });

  test('do not come back to an application that is gone', async () => {
    const { call, clientId, applicationId } = await openCase();
    const { id } = await call.notes.add({ clientId, applicationId, text: '法人出差' });
    const { changeId } = await call.notes.trash({ id });
    await call.applications.trash({ id: applicationId });
    const changeIds = [changeId ?? ''];
    expect(await call.trash.check({ changeIds })).toMatchObject([
      { reason: 'parent_gone', byKind: 'applications' },
    ]);
    expect(await failureOf(call.trash.restore({ changeIds }))).toMatchObject({ code: 'RESTORE_PARENT_GONE' });
  });

  test('follow their client into another, and back', async () => {
    const { opened, call, clientId, applicationId } = await openCase();
    await call.notes.add({ clientId, applicationId, text: '法人出差' });
    const { id: keptId } = await call.clients.create({ name: '归樾示例', entityType: 'company' });
    await call.notes.add({ clientId: keptId, text: '旧客' });
    const before = allTables(opened);
    const { moved } = await call.clients.merge({ keptId, otherId: clientId });
    expect(moved.notes).toBe(1);
    expect(await textsOf(call, keptId)).toEqual(['旧客', '法人出差']);
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
  });

  test('are found by any part of them, with that part shown', async () => {
    const { call, clientId } = await openCase();
    const long = `${'先说的话'.repeat(30)}，公章放在前台，${'后说的话'.repeat(30)}`;
    const { id } = await call.notes.add({ clientId, text: long });
    const found = async () => (await call.search.query({ text: '章放在前' })).groups;
    expect(await found()).toMatchObject([{ kind: 'note', total: 1, hits: [{ id, clientId }] }]);
    const detail = (await found())[0]?.hits[0]?.detail ?? '';
    expect(detail).toContain('公章放在前台');
    expect(detail.length).toBeLessThan(120);
    await call.notes.trash({ id });
    expect(await found()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/contract/errors.ts';
import { resultOf } from '#shared/contract/work.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { writeClientCells } from '#backend/bulk/cells.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import type { TestBackend } from '#test/support/backend.ts';

const codes = ['91440399MAXA00014R', '92330199MAXB000232', '91440399MAXD000090'] as const;

async function firm(count = 3) {
  const opened = openTestBackend();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push((await opened.call.clients.create({ name: `示例${n}`, entityType: 'company' })).id);
  return { ...opened, ids, id: (n: number): string => ids[n] ?? '' };
}

const refusal = (work: Parameters<typeof resultOf>[0]) => failureOf(resultOf(work));

const listed = async ({ call }: Pick<TestBackend, 'call'>) => {
  const { rows } = await call.clients.list({ sort: { key: 'name', descending: false } });
  return rows.map(({ name, creditCode, serviceFeeFen, remark }) => [name, creditCode, serviceFeeFen, remark]);
};

describe('a block of cells of the clients', () => {
  it('is written as one change, with one undo and one redo', async () => {
    const opened = await firm();
    const { call, id } = opened;
    const before = await listed(opened);
    const rows = codes.map((creditCode, n) => ({
      id: id(n),
      base: { creditCode: null, serviceFeeFen: null },
      changes: {
        creditCode,
        serviceFeeFen: 100 * n,
        remark: '两\n行',
        serviceSinceOn: calendarDate('2026-01-05'),
      },
    }));
    const entityTypes = ['company', 'sole_trader', 'company'] as const;
    const outcome = await resultOf(
      call.bulk.writeClientCells({
        rows: rows.map((row, n) => ({ ...row, changes: { ...row.changes, entityType: entityTypes[n] } })),
      }),
    );
    expect(outcome).toMatchObject({ written: 3, skipped: 0 });
    expect(outcome.changeId).not.toBeNull();
    const after = await listed(opened);
    expect(after).toEqual(codes.map((code, n) => [`示例${n}`, code, 100 * n, '两\n行']));
    expect(await call.history.undo()).toMatchObject({ action: 'bulk.clientCells' });
    expect(await listed(opened)).toEqual(before);
    await call.history.redo();
    expect(await listed(opened)).toEqual(after);
  });

  it('is refused whole with every cell that is wrong: stale, gone, taken, repeated, not passing its check', async () => {
    const opened = await firm(6);
    const { call, id } = opened;
    await call.clients.update({ id: id(0), base: {}, changes: { creditCode: codes[2], serviceFeeFen: 5 } });
    await call.clients.trash({ id: id(1) });
    const before = await listed(opened);
    const refused = await refusal(
      call.bulk.writeClientCells({
        rows: [
          {
            id: id(0),
            base: { serviceFeeFen: null, remark: null },
            changes: { serviceFeeFen: 7, remark: '甲' },
          },
          { id: id(1), base: {}, changes: { remark: '甲' } },
          { id: id(2), base: {}, changes: { creditCode: codes[2] } },
          { id: id(3), base: {}, changes: { creditCode: codes[0] } },
          { id: id(4), base: {}, changes: { creditCode: codes[0], consultantId: null } },
          { id: id(5), base: {}, changes: { creditCode: '91440399MAXA00015R' } },
        ],
      }),
    );
    expect(refused).toMatchObject({
      code: 'CELLS_REFUSED',
      data: {
        count: 5,
        cells: [
          { row: 0, field: 'serviceFeeFen', code: 'stale', found: 5 },
          { row: 1, field: null, code: 'gone' },
          { row: 2, field: 'creditCode', code: 'taken', name: '示例0' },
          { row: 4, field: 'creditCode', code: 'repeated' },
          { row: 5, field: 'creditCode', code: 'client_code' },
        ],
      },
    });
    expect(await listed(opened)).toEqual(before);
    expect(await call.history.undo()).toMatchObject({ action: 'clients.trash' });
  });

  it('names a consultant who is not there', async () => {
    const { call, id } = await firm(1);
    const rows = [{ id: id(0), base: {}, changes: { consultantId: 'nobody-known' } }];
    expect(await refusal(call.bulk.writeClientCells({ rows }))).toMatchObject({
      data: { cells: [{ row: 0, field: 'consultantId', code: 'choice_unknown' }] },
    });
  });

  it('only looks when it is asked to', async () => {
    const opened = await firm(1);
    const { call, id } = opened;
    const rows = [{ id: id(0), base: { name: '示例0' }, changes: { name: '别的' } }];
    expect(await resultOf(call.bulk.writeClientCells({ rows, checkOnly: true }))).toMatchObject({
      changeId: null,
    });
    expect(await listed(opened)).toEqual([['示例0', null, null, null]]);
  });

  it('is taken back whole when another window writes into its rows while it is written', async () => {
    const opened = openTestBackend();
    const { backend, call } = opened;
    const ids = backend.changes.record('test', (change) =>
      Array.from({ length: 400 }, (_, n) =>
        change.insert('clients', { name: `示例${n}`, name_key: `示例${n}`, entity_type: 'company' }),
      ),
    ).result;
    const rows = ids.map((id) => ({ id, base: { remark: null }, changes: { remark: '新' } }));
    const last = ids.at(-1) ?? '';
    let isDisturbed = false;
    const run = async (): Promise<void> => {
      for await (const step of writeClientCells(backend, { rows, checkOnly: false })) {
        if (isDisturbed || step.kind !== 'working' || step.done === 0) continue;
        isDisturbed = true;
        await call.clients.update({ id: last, base: {}, changes: { remark: '别处' } });
      }
    };
    const error: unknown = await run().catch((failure: unknown) => failure);
    expect(isAppError(error) && error.data).toMatchObject({
      cells: [{ row: 399, field: 'remark', code: 'stale', found: '别处' }],
    });
    const remarks = backend.db
      .prepare<[], { remark: string | null }>('SELECT DISTINCT remark FROM clients ORDER BY remark')
      .all();
    expect(remarks.map(({ remark }) => remark)).toEqual([null, '别处']);
  });
});

describe('a block of cells of the accounts', () => {
  it('is written as one change, or refused with the AppID that another has or the block repeats', async () => {
    const { call, id } = await firm(1);
    const platform = { platform: 'wechat', kind: 'mini_program' } as const;
    const made: string[] = [];
    for (const name of ['甲', '乙', '丙'])
      made.push((await call.accounts.create({ clientId: id(0), account: { ...platform, name } })).id);
    const [first = '', second = '', third = ''] = made;
    const until = calendarDate('2027-03-01');
    const rows = [
      { id: first, base: { appId: null }, changes: { appId: 'WX 01', certifiedUntilOn: until } },
      { id: second, base: { appId: null }, changes: { appId: 'wx02', remark: '备注' } },
    ];
    expect(await resultOf(call.bulk.writeAccountCells({ rows }))).toMatchObject({ written: 2 });
    const { rows: now } = await call.accounts.list({ sort: { key: 'name', descending: false } });
    expect(now.find((row) => row.id === first)).toMatchObject({ appId: 'wx01', certifiedUntilOn: until });
    expect(now.find((row) => row.id === second)).toMatchObject({ appId: 'wx02', remark: '备注' });
    const refused = await refusal(
      call.bulk.writeAccountCells({
        rows: [
          { id: first, base: {}, changes: { appId: 'wx09' } },
          { id: second, base: {}, changes: { appId: 'WX09' } },
          { id: third, base: {}, changes: { appId: 'wx01' } },
        ],
      }),
    );
    expect(refused).toMatchObject({
      data: {
        cells: [
          { row: 1, field: 'appId', code: 'repeated' },
          { row: 2, field: 'appId', code: 'taken' },
        ],
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { importCounts } from '#shared/domain/import-counts.ts';
import type { Firm } from '#shared/domain/import-existing.ts';
import { emptyFirm } from '#test/support/imported-firm.ts';
import {
  codeA,
  codeB,
  appIdA,
  appIdB,
  plan,
  firmOf,
  deedsOf,
  codesOf,
  company,
} from './import-plan-cases.ts';

describe('one row', () => {
  it('makes a client with an account, its type read from the code', () => {
    const { rows, clients } = plan([
      { ...company, accountName: '甲小程序', appId: appIdA, certifiedUntil: '2027-01-09' },
    ]);
    expect(deedsOf(rows)).toEqual(['create']);
    expect(codesOf(rows[0])).toEqual(['entity_type_from_code']);
    expect(clients).toEqual([
      {
        clientId: null,
        rowNo: 2,
        values: { name: company.name, creditCode: codeA, entityType: 'company', serviceFee: '360000' },
        tags: [],
        accounts: [
          {
            accountId: null,
            kind: 'mini_program',
            values: {
              platform: 'wechat',
              accountName: '甲小程序',
              appId: appIdA,
              certifiedUntil: '2027-01-09',
            },
          },
        ],
      },
    ]);
  });

  it('is refused without a name, without a type, or with a cell in error', () => {
    const { rows, clients } = plan([
      { creditCode: codeA },
      { name: '示例乙' },
      { ...company, certifiedUntil: '2026-02-30' },
    ]);
    expect(deedsOf(rows)).toEqual(['refuse', 'refuse', 'refuse']);
    expect(rows.map((row) => row.notes.find(({ level }) => level === 'error'))).toMatchObject([
      { field: 'name', code: 'empty' },
      { field: 'entityType', code: 'empty' },
      { field: 'certifiedUntil', code: 'no_such_day' },
    ]);
    expect(clients).toEqual([]);
  });

  it('changes only what differs in a known client', () => {
    const firm = firmOf({ ...company, address: '示例路1号', tags: '甲、乙' });
    const { rows, clients } = plan(
      [{ ...company, serviceFee: '4800', address: '示例路1号', tags: '乙、丙' }],
      firm,
    );
    expect(rows[0]).toMatchObject({
      deed: 'update',
      clientId: 'new client 0',
      changes: [
        { field: 'serviceFee', before: '360000', after: '480000' },
        { field: 'tags', before: '甲、乙', after: '甲、乙、丙' },
      ],
    });
    expect(clients).toEqual([
      {
        clientId: 'new client 0',
        rowNo: 2,
        values: { serviceFee: '480000' },
        tags: ['甲', '乙', '丙'],
        accounts: [],
      },
    ]);
  });

  it('does not take the type that the code suggests for a known client', () => {
    const firm = firmOf({ ...company, entityType: '分公司' });
    expect(plan([company], firm).rows[0]?.deed).toBe('same');
    expect(plan([{ ...company, entityType: '有限公司' }], firm).rows[0]?.changes).toEqual([
      { field: 'entityType', before: 'branch', after: 'company' },
    ]);
  });

  it('refuses a bank account number that can’t be one, and takes it from a client that has it', () => {
    const impossible = { ...company, bankNumber: '12345' };
    const refused = plan([impossible]).rows[0];
    expect(refused).toMatchObject({ deed: 'refuse' });
    expect(codesOf(refused)).toContain('bank_number_length');
    const known = firmOf({ ...company, bankNumber: '622200' });
    expect(deedsOf(plan([impossible], known).rows)).toEqual(['refuse']);
    const clients = known.clients.map((one) => ({ ...one, values: { ...one.values, bankNumber: '12345' } }));
    for (const row of [impossible, { ...impossible, bankNumber: '12 345', creditCode: '' }]) {
      const again = plan([row], { ...known, clients }).rows[0];
      expect(again).toMatchObject({
        deed: 'same',
        notes: [{ code: 'bank_number_stored', level: 'warning' }],
      });
    }
  });

  it('never says anything with an empty cell', () => {
    const full = {
      ...company,
      address: '示例路1号',
      bankNumber: '622200',
      accountName: '甲',
      certifiedUntil: '2027-01-09',
    };
    const blank = Object.fromEntries(Object.keys(full).map((field) => [field, ' ']));
    expect(deedsOf(plan([{ ...blank, ...company }], firmOf(full)).rows)).toEqual(['same']);
  });
});

describe('meeting known clients', () => {
  it('goes by the credit code first and leaves the name as it is', () => {
    const firm = firmOf(company);
    const row = plan([{ ...company, name: '示例甲公司' }], firm).rows[0];
    expect(row).toMatchObject({ deed: 'same', clientId: 'new client 0' });
    expect(row?.notes).toMatchObject([
      { code: 'name_differs', level: 'warning', data: { kept: '示例甲有限公司' } },
    ]);
    const taken = plan([{ ...company, name: '示例甲公司' }], firm, new Map([[2, 'take']])).rows[0];
    expect(taken?.changes).toEqual([{ field: 'name', before: '示例甲有限公司', after: '示例甲公司' }]);
  });

  it('takes another way of writing the same name for the same', () => {
    const firm = firmOf({ name: '示例（甲）公司', entityType: '企业' });
    const row = plan([{ name: '示例(甲) 公司', creditCode: codeA }], firm).rows[0];
    expect(row).toMatchObject({
      deed: 'update',
      changes: [{ field: 'creditCode', before: null, after: codeA }],
    });
  });

  it('takes a namesake with another code for another client, and says so', () => {
    const row = plan([{ ...company, creditCode: codeB }], firmOf(company)).rows[0];
    expect(row?.deed).toBe('create');
    expect(codesOf(row)).toContain('namesake');
  });

  it('refuses a row that could mean several', () => {
    const firm = firmOf(company, { ...company, creditCode: codeB });
    const bare = { name: company.name!, entityType: '企业' };
    expect(codesOf(plan([bare], firm).rows[0])).toEqual(['client_unclear']);
    expect(deedsOf(plan([bare, company, { ...company, creditCode: codeB }]).rows)).toEqual([
      'refuse',
      'create',
      'create',
    ]);
  });

  it('keeps a later end of a certification than the sheet knows', () => {
    const account = { ...company, appId: appIdA, accountName: '甲' };
    const firm = firmOf({ ...account, certifiedUntil: '2027-10-21' });
    const old = [{ ...account, certifiedUntil: '2026-10-12' }];
    expect(plan(old, firm).rows[0]).toMatchObject({
      deed: 'same',
      notes: [{ code: 'earlier_than_stored', data: { kept: '2027-10-21' } }],
    });
    expect(plan(old, firm, new Map([[2, 'take']])).rows[0]?.deed).toBe('update');
    expect(plan([{ ...account, certifiedUntil: '2028-10-21' }], firm).rows[0]?.changes).toEqual([
      { field: 'certifiedUntil', before: '2027-10-21', after: '2028-10-21' },
    ]);
  });

  it('keeps the standing that was looked up last, with its own day', () => {
    const known = { ...company, standing: '经营异常', standingCheckedOn: '2026-09-01' };
    const firm = firmOf(known);
    const older = [{ ...company, standing: '存续', standingCheckedOn: '2026-08-01' }];
    expect(plan(older, firm).rows[0]).toMatchObject({
      deed: 'same',
      notes: [{ field: 'standing', code: 'earlier_than_stored', data: { kept: 'abnormal' } }],
    });
    expect(plan(older, firm, new Map([[2, 'take']])).rows[0]?.changes).toEqual([
      { field: 'standing', before: 'abnormal', after: 'operating' },
      { field: 'standingCheckedOn', before: '2026-09-01', after: '2026-08-01' },
    ]);
    const newer = [{ ...company, standing: '存续', standingCheckedOn: '2026-09-20' }];
    expect(plan(newer, firm).rows[0]).toMatchObject({ deed: 'update', notes: [] });
    // Two rows of one sheet: the day goes with the standing that is taken.
    const both = [{ ...company, standing: '注销' }, older[0]!];
    expect(plan(both).clients[0]?.values).toMatchObject({ standing: 'closed' });
    expect(plan(both).clients[0]?.values.standingCheckedOn).toBeUndefined();
  });

  it('knows which of several administrators is meant', () => {
    const firm: Firm = {
      ...emptyFirm,
      clients: firmOf(company).clients.map((client) => ({
        ...client,
        administrators: [
          { name: '样本甲', phone: '13800000001' },
          { name: '样本乙', phone: '13800000002' },
        ],
      })),
    };
    const second = { ...company, administratorName: '样本乙', administratorPhone: '138 0000 0002' };
    expect(plan([second], firm).rows[0]?.deed).toBe('same');
    const { clients } = plan([{ ...second, administratorPhone: '13800000009' }], firm);
    expect(clients[0]?.values).toEqual({ administratorName: '样本乙', administratorPhone: '13800000009' });
  });
});

describe('several rows of one client', () => {
  const second = { ...company, accountName: '甲二', appId: appIdB };

  it('adds the accounts of later rows to the client of the first', () => {
    const { rows, clients } = plan([{ ...company, accountName: '甲一', appId: appIdA }, second]);
    expect(rows).toMatchObject([
      { deed: 'create', mergedInto: null },
      { deed: 'merge', mergedInto: 2 },
    ]);
    expect(clients).toHaveLength(1);
    expect(clients[0]?.accounts.map(({ values }) => values.accountName)).toEqual(['甲一', '甲二']);
    expect(importCounts(plan([company, second]), 5)).toMatchObject({
      rows: 2,
      create: 1,
      merge: 1,
      newClients: 1,
      newAccounts: 1,
      clientsBefore: 5,
      clientsAfter: 6,
    });
  });

  it('keeps what the earlier row says unless the later one is to be taken', () => {
    const cells = [company, { ...company, serviceFee: '5000', address: '示例路2号' }];
    const kept = plan(cells);
    expect(kept.rows[1]?.notes).toMatchObject([
      { code: 'conflict_in_file', data: { kept: '360000', rowNo: 2 } },
    ]);
    expect(kept.clients[0]?.values).toMatchObject({ serviceFee: '360000', address: '示例路2号' });
    expect(plan(cells, emptyFirm, new Map([[3, 'take']])).clients[0]?.values.serviceFee).toBe('500000');
    const left = plan(cells, emptyFirm, new Map([[3, 'skip']]));
    expect(left.rows[1]).toMatchObject({ deed: 'skip', notes: [] });
    expect(importCounts(left, 0)).toMatchObject({ create: 1, skip: 1, refuse: 0 });
    expect(left.clients[0]?.values.address).toBeUndefined();
  });

  it('finds the type in any of them', () => {
    expect(
      deedsOf(
        plan([
          { name: '示例丁', address: '示例路' },
          { name: '示例丁', entityType: '个体户' },
        ]).rows,
      ),
    ).toEqual(['create', 'merge']);
  });

  it('gives a number to the person whom a later row names', () => {
    const cells = [
      { ...company, administratorPhone: '13800000001' },
      { ...company, administratorName: '样本甲' },
    ];
    const { rows, clients } = plan(cells);
    expect(codesOf(rows[0])).not.toContain('phone_without_name');
    expect(clients[0]?.values).toMatchObject({
      administratorName: '样本甲',
      administratorPhone: '13800000001',
    });
  });

  it("leaves out a number that is nobody's, and gives one without an administrator to the legal representative", () => {
    const phone = { ...company, administratorPhone: '13800000001' };
    const alone = plan([phone]);
    expect(codesOf(alone.rows[0])).toContain('phone_without_name');
    expect(alone.clients[0]?.values.administratorPhone).toBeUndefined();
    const firm = firmOf({ ...phone, legalRepresentative: '样本甲' });
    expect(firm.clients[0]).toMatchObject({ administrators: [], legalRepresentativePhone: '13800000001' });
    expect(plan([{ ...phone, administratorPhone: '13800000002' }], firm).clients[0]?.values).toEqual({
      legalRepresentative: '样本甲',
      administratorPhone: '13800000002',
    });
  });

  it('refuses an AppID that another client has', () => {
    const other = { name: '示例戊', entityType: '企业', accountName: '戊', appId: appIdA };
    const first = { ...company, accountName: '甲一', appId: appIdA };
    expect(codesOf(plan([first, other]).rows[1])).toContain('app_id_taken');
    expect(plan([other], firmOf(first)).rows[0]?.notes).toMatchObject([
      { code: 'app_id_taken', level: 'error', data: { value: appIdA, name: company.name } },
    ]);
  });
});

describe('accounts', () => {
  it('are known by AppID, else by name, and get what they lack', () => {
    const firm = firmOf(
      { ...company, accountName: '甲一' },
      { ...company, accountName: '甲二', appId: appIdB },
    );
    const row = plan([{ ...company, accountName: '甲一', appId: appIdA }], firm).rows[0];
    expect(row?.changes).toEqual([{ field: 'appId', before: null, after: appIdA }]);
    const renamed = [{ ...company, accountName: '新名', appId: appIdB }];
    expect(plan(renamed, firm).rows[0]).toMatchObject({ deed: 'same' });
    expect(codesOf(plan(renamed, firm).rows[0])).toContain('name_differs');
    expect(plan(renamed, firm, new Map([[2, 'take']])).rows[0]?.changes).toEqual([
      { field: 'accountName', before: '甲二', after: '新名' },
    ]);
  });

  it('of the same name on another platform or of another kind are others', () => {
    const firm = firmOf({ ...company, accountName: '甲' });
    expect(
      plan([{ ...company, platform: '支付宝', accountName: '甲' }], firm).clients[0]?.accounts,
    ).toMatchObject([{ accountId: null, kind: 'mini_program', values: { platform: 'alipay' } }]);
    expect(
      plan([{ ...company, platform: '微信公众号', accountName: '甲' }], firm).clients[0]?.accounts,
    ).toMatchObject([{ accountId: null, kind: 'official_account' }]);
  });

  it('without a name and an AppID mean the only one there is', () => {
    const bare = { ...company, certifiedUntil: '2028-01-01' };
    expect(plan([bare]).clients[0]?.accounts[0]?.values).toMatchObject({ accountName: company.name });
    const one = { ...company, accountName: '甲一', certifiedUntil: '2027-01-01' };
    expect(plan([bare], firmOf(one)).clients[0]?.accounts).toMatchObject([{ accountId: 'new account 0' }]);
    const two = firmOf(one, { ...one, accountName: '甲二' });
    expect(plan([bare], two).rows[0]).toMatchObject({ deed: 'same' });
    expect(plan([bare], two).rows[0]?.notes).toContainEqual(
      expect.objectContaining({ field: 'certifiedUntil', code: 'account_unclear' }),
    );
  });
});

describe('consultants', () => {
  it('are worth a look once when they are new to a firm that has some', () => {
    const cells = [
      { ...company, consultant: '样本丙' },
      { name: '示例己', entityType: '企业', consultant: '样本丙' },
    ];
    const warned = (firm: Firm) =>
      plan(cells, firm).rows.map((row) => codesOf(row)?.includes('consultant_new'));
    expect(warned(emptyFirm)).toEqual([false, false]);
    expect(warned({ ...emptyFirm, consultants: ['样本丁'] })).toEqual([true, false]);
    expect(warned({ ...emptyFirm, consultants: ['样本丙'] })).toEqual([false, false]);
  });
});

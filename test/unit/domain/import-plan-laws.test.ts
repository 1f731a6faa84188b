import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importCounts } from '#shared/domain/import-counts.ts';
import type { ImportValues } from '#shared/domain/import-fields.ts';
import { emptyFirm, firmAfter } from '#test/support/imported-firm.ts';
import { codeA, codeB, appIdA, appIdB, plan } from './import-plan-cases.ts';

/** Few values, so that rows meet each other in every way. */
const someCells: fc.Arbitrary<ImportValues> = fc.record(
  {
    name: fc.constantFrom('示例（甲）公司', '示例(甲)公司', '示例乙公司', '示例丙', ''),
    creditCode: fc.constantFrom(codeA, codeB, codeA.toLowerCase(), '91440399MAXA010170', ''),
    entityType: fc.constantFrom('企业', '企业', '个体户', '不详'),
    legalRepresentative: fc.constantFrom('样本甲', '样本乙'),
    administratorName: fc.constantFrom('样本甲', '样本乙', '样本丙'),
    administratorPhone: fc.constantFrom('13800000001', '138 0000 0002'),
    address: fc.constantFrom('示例路1号', '示例路2号'),
    licenceUntil: fc.constantFrom('长期', '2030-01-01', '2026年2月30日'),
    standing: fc.constantFrom('存续', '经营异常', 'revoked', '待查'),
    standingCheckedOn: fc.constantFrom('2026-08-01', '2026年9月1日'),
    platform: fc.constantFrom('微信', '公众号', '支付宝'),
    accountName: fc.constantFrom('甲', '乙'),
    appId: fc.constantFrom(appIdA, appIdB),
    certifiedUntil: fc.constantFrom('2026-10-09', '2027年1月9日'),
    consultant: fc.constantFrom('样本丁', '样本戊'),
    serviceFee: fc.constantFrom('3600', '4,800元', '面议'),
    bankNumber: fc.constantFrom('6222 0001', '6222-0002'),
    tags: fc.constantFrom('甲、乙', '乙 丙'),
  },
  { requiredKeys: [] },
);
const someSheet = fc.array(someCells, { maxLength: 12 });

describe('laws', () => {
  const runs = { numRuns: 400 };

  it('a sheet that was imported changes nothing when it comes again', () => {
    fc.assert(
      fc.property(someSheet, someSheet, (before, sheet) => {
        const firm = firmAfter(emptyFirm, plan(before).clients);
        const first = plan(sheet, firm);
        const again = plan(sheet, firmAfter(firm, first.clients));
        expect(again.clients).toEqual([]);
        for (const row of again.rows) {
          expect(['same', 'merge', 'refuse']).toContain(row.deed);
          expect(row.changes).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('each row has one deed, refused exactly when a note says why', () => {
    fc.assert(
      fc.property(someSheet, someSheet, (before, sheet) => {
        const planning = plan(sheet, firmAfter(emptyFirm, plan(before).clients));
        const counts = importCounts(planning, 0);
        expect(counts.rows).toBe(sheet.length);
        expect(counts.create + counts.update + counts.same + counts.merge + counts.refuse).toBe(sheet.length);
        expect(counts.newClients).toBe(counts.create);
        for (const row of planning.rows) {
          expect(row.deed === 'refuse').toBe(row.notes.some(({ level }) => level === 'error'));
        }
      }),
      runs,
    );
  });

  it('no two clients share a credit code and no two accounts an AppID on a platform', () => {
    fc.assert(
      fc.property(someSheet, someSheet, (before, sheet) => {
        const firm = firmAfter(emptyFirm, plan(before).clients);
        const { clients, accounts } = firmAfter(firm, plan(sheet, firm).clients);
        const codes = clients.flatMap(({ values }) => values.creditCode ?? []);
        const appIds = accounts.flatMap(({ values }) =>
          values.appId === undefined ? [] : `${values.platform} ${values.appId}`,
        );
        expect(codes).toHaveLength(new Set(codes).size);
        expect(appIds).toHaveLength(new Set(appIds).size);
        for (const { values } of accounts) {
          expect(values.platform).toBeDefined();
          expect(values.accountName).toBeDefined();
        }
      }),
      runs,
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(someSheet, (sheet) => {
        expect(plan(sheet)).toEqual(plan(sheet));
      }),
    );
  });

  it('a row that is left out has no say', () => {
    fc.assert(
      fc.property(someSheet, someSheet, (before, sheet) => {
        const firm = firmAfter(emptyFirm, plan(before).clients);
        const all = new Map(sheet.map((_, index) => [index + 2, 'skip' as const]));
        expect(plan(sheet, firm, all).clients).toEqual([]);
      }),
    );
  });

  it('keeping what is stored overwrites nothing', () => {
    fc.assert(
      fc.property(someSheet, someSheet, (before, sheet) => {
        const firm = firmAfter(emptyFirm, plan(before).clients);
        const all = new Map(sheet.map((_, index) => [index + 2, 'keep' as const]));
        for (const { changes } of plan(sheet, firm, all).rows) {
          for (const change of changes) if (change.field !== 'tags') expect(change.before).toBeNull();
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decisionsFor } from '#shared/domain/import-decisions.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { emptyFirm } from '#test/support/imported-firm.ts';
import { company, firmOf, plan } from './import-plan-cases.ts';

const all = ['keep', 'take', 'skip'];

/** What is offered for the last row of a sheet. */
function offered(cells: Parameters<typeof plan>[0], firm = emptyFirm, decided?: RowDecision) {
  const rows = plan(cells, firm, new Map(decided === undefined ? [] : [[cells.length + 1, decided]])).rows;
  const row = rows.at(-1);
  if (row === undefined) throw new Error('no row');
  return decisionsFor(row, decided);
}

describe('which value counts', () => {
  it('is asked only where there are two', () => {
    expect(offered([company])).toEqual(['skip']);
    expect(
      offered([
        { ...company, tags: '甲' },
        { ...company, tags: '乙' },
      ]),
    ).toEqual(['skip']);
    expect(offered([company, { ...company, serviceFee: '5000' }])).toEqual(all);
    const firm = firmOf(company);
    expect(offered([{ ...company, serviceFee: '5000' }], firm)).toEqual(all);
    // It fills a blank.
    expect(offered([{ ...company, address: '示例路2号' }], firm)).toEqual(['skip']);
    expect(offered([{ ...company, tags: '乙' }], firmOf({ ...company, tags: '甲' }))).toEqual(['skip']);
  });

  it('is asked also where nothing is changed unless the sheet’s is taken, and stays open once it is answered', () => {
    const firm = firmOf(company);
    const renamed = [{ ...company, name: '示例甲公司' }];
    for (const decided of [undefined, 'keep', 'take'] as const)
      expect(offered(renamed, firm, decided)).toEqual(all);
    expect(offered([company], firm)).toEqual([]);
    expect(offered(renamed, firm, 'skip')).toEqual(['skip']);
  });

  it('is not asked of a row with a fault', () => {
    expect(offered([{ ...company, serviceFee: '一千二' }], firmOf(company))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CellType, CellValue } from '#shared/domain/cell-value.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { copiedText, filledFromFirst, planCells } from '#renderer/components/cell-plan.ts';
import type { Column } from '#renderer/components/table-column.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly entityType: EntityType;
  readonly creditCode: string | null;
  readonly fee: number | null;
}

const wrong = '91440399MAXA00015R';
const row = (id: string, more: Partial<Row> = {}): Row => ({
  ...{ id, name: `客户${id}`, entityType: 'company', creditCode: null, fee: 100 },
  ...more,
});
const column = (id: keyof Row, type: (row: Row) => CellType): Column<Row> => ({
  ...{ id, title: id, width: '1fr', render: () => null },
  cell: { field: id, type, value: (each): CellValue => each[id] },
});
const types: CellType = {
  kind: 'entityType',
  options: [
    { value: 'company', label: '企业' },
    { value: 'individual', label: '个人' },
  ],
};
const code = column('creditCode', ({ entityType }) => ({ kind: 'clientCode', entityType }));
const columns: Column<Row>[] = [
  column('name', () => ({ kind: 'name' })),
  code,
  column('entityType', () => types),
  column('fee', () => ({ kind: 'money' })),
  { id: 'owed', title: 'owed', width: '1fr', render: () => null, text: () => '30' },
];

describe('a block of typed cells', () => {
  it('changes only what is different, beginning from what stands there', () => {
    const texts = [
      ['客户a', '', '企业', '1.20'],
      ['新名', '', '企业', '1', '30'],
    ];
    expect(planCells({ first: 7, shown: [], columns, texts }, [row('a'), row('b')])).toEqual({
      rows: [
        { row: 7, id: 'a', base: { fee: 100 }, changes: { fee: 120 } },
        { row: 8, id: 'b', base: { name: '客户b' }, changes: { name: '新名' } },
      ],
      faults: [],
    });
  });

  it('checks a code for the kind of body that its own row is given', () => {
    const block = (typed: string) => ({
      ...{ first: 0, shown: [], columns: columns.slice(1, 3) },
      texts: [[wrong, typed]],
    });
    expect(planCells(block('个人'), [row('a')]).rows[0]?.changes).toEqual({
      creditCode: wrong,
      entityType: 'individual',
    });
    expect(planCells(block('企业'), [row('a', { entityType: 'individual' })]).faults).toEqual([
      { row: 0, column: 0, typed: wrong, fault: { code: 'client_code' } },
    ]);
  });

  it('leaves a code alone that is used in spite of its check', () => {
    const block = { first: 0, shown: [], columns: [code], texts: [[wrong]] };
    expect(planCells(block, [row('a', { creditCode: wrong })])).toEqual({ rows: [], faults: [] });
  });

  it('tells what can’t be written, and what lies beyond the last column and the last row', () => {
    const block = {
      ...{ first: 3, shown: [], columns: [columns[4], undefined] },
      texts: [['31', '甲'], ['30', ''], ['1']],
    };
    expect(planCells(block, [row('a'), row('b')]).faults).toEqual([
      { row: 3, column: 0, typed: '31', fault: { code: 'not_editable' } },
      { row: 3, column: 1, typed: '甲', fault: { code: 'beyond_columns' } },
      { row: 4, column: 1, typed: '', fault: { code: 'beyond_columns' } },
      { row: 5, column: 0, typed: '1', fault: { code: 'beyond_rows' } },
    ]);
  });

  it('changes nothing when it is what was copied', () => {
    const rows = [row('a', { fee: null, creditCode: wrong }), row('b', { entityType: 'individual' })];
    const texts = rows.map((each) => columns.map((one) => copiedText(one, each)));
    expect(planCells({ first: 0, shown: rows, columns, texts }, rows)).toEqual({ rows: [], faults: [] });
  });
});

describe('a block over rows that were shown', () => {
  const fees = { first: 4, columns: columns.slice(3, 4) };

  it('leaves the rows alone that stand there instead of them, or in no place any more', () => {
    const block = { ...fees, shown: [row('a'), row('b'), row('c')], texts: [['1'], ['2'], ['3']] };
    expect(planCells(block, [row('a', { fee: 300 }), row('c')])).toEqual({
      rows: [{ row: 4, id: 'a', base: { fee: 100 }, changes: { fee: 100 } }],
      faults: [
        { row: 5, column: 0, typed: '2', fault: { code: 'gone' } },
        { row: 6, column: 0, typed: '3', fault: { code: 'gone' } },
      ],
    });
  });

  it('begins from what was shown, so that what another wrote meanwhile is noticed', () => {
    const block = { ...fees, shown: [row('a'), undefined], texts: [['7'], ['7']] };
    expect(planCells(block, [row('a', { fee: 500 }), row('b', { fee: 500 })]).rows).toEqual([
      { row: 4, id: 'a', base: { fee: 100 }, changes: { fee: 700 } },
      { row: 5, id: 'b', base: { fee: 500 }, changes: { fee: 700 } },
    ]);
  });

  it('begins from what this window wrote just before', () => {
    const shown = [row('a')];
    const isOwn = (seen: Row, field: string): boolean => seen === shown[0] && field === 'fee';
    expect(planCells({ ...fees, shown, texts: [['7']] }, [row('a', { fee: 500 })], isOwn).rows).toEqual([
      { row: 4, id: 'a', base: { fee: 500 }, changes: { fee: 700 } },
    ]);
  });

  it('is filled from its first row as it is by now, and never writes that row', () => {
    const block = { ...fees, shown: [row('a'), row('b'), row('c')] };
    const rows = [row('a', { fee: 77_700 }), row('b'), row('c')];
    expect(planCells(filledFromFirst(block, rows), rows)).toEqual({
      rows: ['b', 'c'].map((id, at) => ({
        ...{ row: 5 + at, id, base: { fee: 100 }, changes: { fee: 77_700 } },
      })),
      faults: [],
    });
    expect(planCells(filledFromFirst(block, rows.slice(1)), rows.slice(1)).rows).toEqual([]);
  });
});

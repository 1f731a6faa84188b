import { makeCreditCode } from '#shared/domain/credit-code.ts';
import type { Firm } from '#shared/domain/import-existing.ts';
import type { ImportValues } from '#shared/domain/import-fields.ts';
import { planImport } from '#shared/domain/import-plan.ts';
import type { PlannedRow, RowDecisions, SourceRow } from '#shared/domain/import-plan.ts';
import { parseImportRow } from '#shared/domain/import-row.ts';
import { emptyFirm, existingOf, firmAfter } from '#test/support/imported-firm.ts';

export const codeA = makeCreditCode('91440399MAXA01017');
export const codeB = makeCreditCode('92350299MAXB02025');
export const appIdA = 'wx0123456789abcdef';
export const appIdB = 'wxfedcba9876543210';

export const rowsOf = (cells: readonly ImportValues[]): SourceRow[] =>
  cells.map((row, index) => ({ ...parseImportRow(row), rowNo: index + 2 }));

export const plan = (cells: readonly ImportValues[], firm: Firm = emptyFirm, decisions?: RowDecisions) =>
  planImport(rowsOf(cells), existingOf(firm), decisions);

/** The firm that holds just these rows. */
export const firmOf = (...cells: readonly ImportValues[]): Firm => firmAfter(emptyFirm, plan(cells).clients);

export const deedsOf = (rows: readonly PlannedRow[]) => rows.map(({ deed }) => deed);
export const codesOf = (row: PlannedRow | undefined) => row?.notes.map(({ code }) => code);

export const company: ImportValues = { name: '示例甲有限公司', creditCode: codeA, serviceFee: '3600' };

import fs from 'node:fs';
import path from 'node:path';
import { planOfParts } from '#shared/contract/imports.ts';
import { resultOf } from '#shared/contract/work.ts';
import { UsageError } from '../usage.ts';
import type { Command } from '../command.ts';
import { oneArgument } from '../command-arguments.ts';
import { withSession } from '../session.ts';

/** Reads a workbook and writes what it says as one change; `--dry-run` shows the plan and writes nothing. */
export const importWorkbook: Command = async (args, options) => {
  const known = { 'dry-run': { type: 'boolean' }, sheet: { type: 'string' } } as const;
  const { values, argument } = oneArgument(args, known, 'the workbook');
  const file = path.resolve(argument);
  if (!fs.existsSync(file)) throw new UsageError(`no such file: ${argument}`);
  return withSession(options, async ({ backend, call }) => {
    const input = {
      file: backend.tokens.grant(file),
      ...(values.sheet !== undefined && { sheet: values.sheet }),
    };
    const plan = await planOfParts(call.imports.plan(input));
    if (values['dry-run'] === true) return { output: plan };
    const { planId, fileName, sheet, columns, rows } = plan;
    const faults = rows
      .filter(({ notes }) => notes.length > 0)
      .map(({ rowNo, deed, notes }) => ({ rowNo, deed, notes }));
    const outcome = await resultOf(call.imports.run({ planId }));
    return { output: { fileName, sheet, ...outcome, columns, faults } };
  });
};

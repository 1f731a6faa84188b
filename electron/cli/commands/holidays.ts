import fs from 'node:fs';
import path from 'node:path';
import { isOddYear } from '#shared/domain/holiday-file.ts';
import type { Session } from '../session.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';

const known = { 'dry-run': { type: 'boolean' }, sure: { type: 'boolean' } } as const;

/** The years of days off and make-up days: lists them, takes a year file in, takes the firm's own year away. */
export const holidays: Command = async (args, options) => {
  const { values, positionals } = strict(args, known);
  const [deed = 'list', argument, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  switch (deed) {
    case 'list':
      return withSession(options, async ({ call }) => ({ output: await call.rules.holidayYears() }));
    case 'import': {
      const file = fileIn(argument);
      return withSession(options, (session) => take(session, file, values));
    }
    case 'remove': {
      const year = yearIn(argument);
      return withSession(options, async ({ call }) => ({
        output: await call.rules.removeHolidays({ year }),
      }));
    }
    default:
      throw new UsageError(`holidays: no such thing to do: ${deed}`);
  }
};

/** A year that can hardly be whole is taken in only when `--sure` says so. */
async function take(
  { call, backend }: Session,
  path: string,
  { 'dry-run': dryRun = false, sure = false }: { readonly 'dry-run'?: boolean; readonly sure?: boolean },
) {
  const file = backend.tokens.grant(path, undefined, 'read');
  const preview = await call.rules.previewHolidays({ file });
  if (!preview.ok) return { output: preview, failed: true };
  const isDoubtful = isOddYear(preview) && !sure;
  if (isDoubtful) process.stderr.write('the year can hardly be whole; --sure takes it in nevertheless\n');
  if (dryRun) return { output: preview };
  if (isDoubtful) return { output: preview, failed: true };
  const { changeId } = await call.rules.installHolidays({ file, sha256: preview.sha256 });
  return { output: { ...preview, changeId } };
}

function fileIn(argument: string | undefined): string {
  if (argument === undefined) throw new UsageError('holidays: the file is missing');
  const file = path.resolve(argument);
  if (!fs.existsSync(file)) throw new UsageError(`no such file: ${argument}`);
  return file;
}

function yearIn(argument: string | undefined): number {
  if (argument === undefined || !/^\d{4}$/.test(argument))
    throw new UsageError(`not a year: ${argument ?? ''}`.trim());
  return Number(argument);
}

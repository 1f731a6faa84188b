import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { schemaFaults } from '#shared/contract/schema-faults.ts';
import type { SchemaFault } from '#shared/contract/schema-faults.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { repeatedKeys } from '#shared/domain/repeated-keys.ts';
import type { RepeatedKey } from '#shared/domain/repeated-keys.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { parsedText, sha256Of } from './rule-text.ts';

/** A chosen file of rules or holidays: its text, its JSON where it is any, and its hash. */
export interface RuleFile {
  readonly name: string;
  readonly content: string;
  readonly sha256: string;
  /** Undefined when the text is not JSON; `fault` then says where it breaks off. */
  readonly json: unknown;
  readonly fault?: RuleText;
}

/** Far more than any pack; a file above it is something else. */
const limitBytes = 8 * 1024 * 1024;

/** Throws AppError FILE_TOKEN_UNKNOWN, FILE_UNREADABLE, RULE_FILE_EMPTY or FILE_TOO_LARGE. */
export function readRuleFile({ tokens }: Backend, token: string): RuleFile {
  const file = tokens.resolve(token, 'read');
  const name = path.basename(file);
  const content = textOf(file, name);
  return { name, content, sha256: sha256Of(content), ...parsedText(content) };
}

function textOf(file: string, name: string): string {
  try {
    const { size } = fs.statSync(file);
    if (size === 0) throw new AppError('RULE_FILE_EMPTY', { name });
    if (size > limitBytes) throw new AppError('FILE_TOO_LARGE', { name, sizeBytes: size, limitBytes });
    return fs.readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNREADABLE', { name, detail: error instanceof Error ? error.message : '' });
  }
}

export type ReadRules<T> =
  { readonly ok: true; readonly rules: T } | { readonly ok: false; readonly faults: SchemaFault[] };

/**
 * What a file says by a schema, or where it is wrong; one that fits `other` was taken for what it is not. A date of
 * comparison after `today` is a fault: nobody can have compared a file with its sources on a day to come, and a version
 * that is refused can't come into force before its day.
 */
export function readRules<T extends { readonly asOf: CalendarDate }>(
  { content, json, fault }: RuleFile,
  schema: z.ZodType<T>,
  other: OtherSchema,
  today: CalendarDate,
): ReadRules<T> {
  if (fault !== undefined) return refused(fault);
  if (depthOf(json) > deepest) return refused({ zh: '嵌套过深', en: 'Nested too deeply' });
  const repeated = repeatedKeys(content);
  if (repeated.length > 0) return { ok: false, faults: repeated.map(repeatedFault) };
  const checked = schema.safeParse(json);
  if (checked.success) {
    const { asOf } = checked.data;
    if (compareDates(asOf, today) > 0) return { ok: false, faults: [futureFault(asOf, today)] };
    return { ok: true, rules: checked.data };
  }
  if (other.schema.safeParse(json).success) return refused(other.words);
  return { ok: false, faults: schemaFaults(schema, json) };
}

const repeatedFault = ({ place, line }: RepeatedKey): SchemaFault => ({
  place,
  fault: {
    zh: `同一项写了两遍，第二遍在第 ${line} 行`,
    en: `Written twice; the second time in line ${line}`,
  },
});

const futureFault = (asOf: CalendarDate, today: CalendarDate): SchemaFault => ({
  place: 'asOf',
  fault: {
    zh: `核对日期 ${asOf} 还没有到，今天是 ${today}；改正文件，或检查本机的日期`,
    en: `Compared on ${asOf}, which is still to come: today is ${today}. Mend the file, or the date of this computer`,
  },
});

/** The schema of the other kind of file, and what to say of such a file. */
export interface OtherSchema {
  readonly schema: z.ZodType;
  readonly words: RuleText;
}

const refused = (fault: RuleText): { ok: false; faults: SchemaFault[] } => ({
  ok: false,
  faults: [{ place: '', fault }],
});

/** Formulas nest a few levels; a file far deeper is none of ours. */
const deepest = 40;

/** How far a value is nested, counted no further than it matters. */
function depthOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > deepest) return level;
  return Math.max(level, ...Object.values(value).map((inner) => depthOf(inner, level + 1)));
}

/** Throws AppError STALE when the file is no longer the one that was looked at. */
export function requireSame(file: RuleFile, sha256: string): void {
  if (file.sha256 === sha256) return;
  throw new AppError('STALE', { field: file.name, expected: sha256, found: file.sha256 });
}

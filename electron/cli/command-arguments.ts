import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { UsageError } from './usage.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's options and its one argument; `what` names the argument that must be there. */
export function oneArgument<T extends Options>(args: readonly string[], options: T, what: string) {
  const { values, positionals } = strict(args, options);
  const [argument, ...others] = positionals;
  if (argument === undefined) throw new UsageError(`${what} is missing`);
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  return { values, argument };
}

/** Reads the options of a command that takes no argument. */
export function noArgument<T extends Options>(args: readonly string[], options: T) {
  const { values, positionals } = strict(args, options);
  if (positionals.length > 0) throw new UsageError(`too much: ${positionals.join(' ')}`);
  return values;
}

/** Reads options and any number of arguments. */
export function strict<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name}: not a whole number: ${text}`);
  return Number(text);
}

export function instant(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const atMs = Date.parse(text);
  // The engine would take 30 February as 2 March.
  if (Number.isNaN(atMs) || !isCalendarDate(text.slice(0, 10)))
    throw new UsageError(`--${name}: not an instant: ${text}`);
  return atMs;
}

export function date(text: string | undefined, name: string): CalendarDate | undefined {
  if (text === undefined) return undefined;
  if (!isCalendarDate(text)) throw new UsageError(`--${name}: not a date (YYYY-MM-DD): ${text}`);
  return text;
}

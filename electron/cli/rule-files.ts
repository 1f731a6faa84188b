import fs from 'node:fs';
import path from 'node:path';
import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { SchemaFault } from '#shared/contract/schema-faults.ts';
import type { VersionStanding } from '#shared/domain/rule-versions.ts';
import type { Backend } from '#backend/backend.ts';
import type { LocalClient } from '#backend/router.ts';
import { UsageError } from './usage.ts';

/** A token for the file that an argument names. Throws UsageError when there is none. */
export function granted(backend: Backend, argument: string | undefined): string {
  if (argument === undefined) throw new UsageError('the file is missing');
  const file = path.resolve(argument);
  if (!fs.existsSync(file)) throw new UsageError(`no such file: ${argument}`);
  return backend.tokens.grant(file, undefined, 'read');
}

/** What an import is to do with the open applications. */
export interface MoveWish {
  readonly move: boolean;
  /** They may go back to an older version than the one in use. */
  readonly toOlder: boolean;
}

/** The words of the command line for it. */
export const moveOptions = { move: { type: 'boolean' }, 'to-older': { type: 'boolean' } } as const;

/** Throws UsageError for a step back that moves nobody. */
export function moveWish(values: { readonly move?: boolean; readonly 'to-older'?: boolean }): MoveWish {
  const { move = false, 'to-older': toOlder = false } = values;
  if (toOlder && !move) throw new UsageError('--to-older says where --move may lead; give both');
  return { move, toOlder };
}

interface Version {
  readonly standing: VersionStanding;
  readonly comparedWith: string | null;
  readonly head: { readonly version: string };
}

/** Whether open applications would go back to an older version without a word for it; standard error then tells it. */
export function leadsBackUnasked(
  { standing, comparedWith, head }: Version,
  { move, toOlder }: MoveWish,
): boolean {
  if (standing !== 'older' || !move || toOlder) return false;
  process.stderr.write(
    `${head.version} is older than ${comparedWith ?? ''}, which is in use, and --move would take open applications back to it; ` +
      '--to-older does so nevertheless, without --move it is only taken in\n',
  );
  return true;
}

interface Impact {
  readonly touched: readonly TouchedApplication[];
  readonly untouchedIds: readonly string[];
}

/** Those that can follow to the version. */
export const movable = ({ touched, untouchedIds }: Impact): string[] => [
  ...touched.filter(({ canMove, isBeyondRefills }) => canMove && !isBeyondRefills).map(({ id }) => id),
  ...untouchedIds,
];

/** The faults of a file in the language of the settings. */
export async function faultsInWords(call: LocalClient, faults: readonly SchemaFault[]) {
  const { language } = await call.settings.get();
  return faults.map(({ place, fault }) => ({ place, fault: language === 'en' ? fault.en : fault.zh }));
}

import fs from 'node:fs';
import path from 'node:path';
import type { TouchedApplication } from '#shared/contract/rules.ts';
import type { SchemaFault } from '#shared/contract/schema-faults.ts';
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

interface Impact {
  readonly touched: readonly TouchedApplication[];
  readonly untouchedIds: readonly string[];
}

/** Those that can follow to the version. */
export const movable = ({ touched, untouchedIds }: Impact): string[] => [
  ...touched.filter(({ canMove }) => canMove).map(({ id }) => id),
  ...untouchedIds,
];

/** The faults of a file in the language of the settings. */
export async function faultsInWords(call: LocalClient, faults: readonly SchemaFault[]) {
  const { language } = await call.settings.get();
  return faults.map(({ place, fault }) => ({ place, fault: language === 'en' ? fault.en : fault.zh }));
}

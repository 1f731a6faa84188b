import { AppError } from '#shared/contract/errors.ts';
import { migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { Db } from './open.ts';

/** Schema version that this program writes. */
export const schemaVersion = migrations.length;

export function versionOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to the current schema, one transaction a step. `beforeUpgrade` runs once before the first step
 * on a database that holds data (version > 0), so that a verified backup can be made.
 * Throws AppError DATABASE_NEWER, and leaves the file untouched, when the database is from a later program.
 */
export function migrate(
  db: Db,
  beforeUpgrade: (fromVersion: number) => void = () => undefined,
  steps: readonly Migration[] = migrations,
): void {
  const found = versionOf(db);
  if (found > steps.length) throw new AppError('DATABASE_NEWER', { found, supported: steps.length });
  if (found === steps.length) return;
  if (found > 0) beforeUpgrade(found);
  for (const step of steps.slice(found)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  db.pragma('optimize');
}

import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { BackendClient } from './backend-process.ts';

type BackupClient = Pick<BackendClient, 'settings' | 'backups' | 'system'>;

/** Makes the day's backup when the settings ask for one and none of today is there. */
export async function backUpDaily(client: BackupClient, signal: AbortSignal): Promise<void> {
  const { backupDaily } = await client.settings.get();
  if (!backupDaily) return;
  const [rows, { today }] = await Promise.all([client.backups.list({}), client.system.info()]);
  const newestAtMs = Math.max(...rows.map(({ atMs }) => atMs));
  if (rows.length > 0 && dateOfInstant(newestAtMs) >= today) return;
  await finish(await client.backups.create({ reason: 'daily' }, { signal }));
}

/** Makes a backup at the end of the work when the settings ask for one. */
export async function backUpAtClose(client: BackupClient, signal: AbortSignal): Promise<void> {
  const { backupAtClose } = await client.settings.get(undefined, { signal });
  if (!backupAtClose) return;
  await finish(await client.backups.create({ reason: 'close' }, { signal }));
}

async function finish(progress: AsyncIterable<unknown>): Promise<void> {
  for await (const step of progress) void step;
}

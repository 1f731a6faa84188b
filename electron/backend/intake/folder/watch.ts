import fs from 'node:fs';
import type { Backend } from '#backend/backend.ts';
import { watchedFolderOf } from '#backend/settings/service.ts';
import { onAnnouncement } from '#backend/system/announcements.ts';
import { folderKeeperOf } from './keeper.ts';

interface Waits {
  /** Nothing is taken while the program starts. */
  readonly afterStartMs: number;
  /** A look without a sign: of network drives many give none, and a folder that has come back gives none either. */
  readonly slowMs: number;
  /** What is written at length gives many signs; looks are no closer than this. */
  readonly leastMs: number;
}

const usual: Waits = { afterStartMs: 4000, slowMs: 30_000, leastMs: 1000 };

/**
 * Looks at the watched folder at the start, at every sign of the system, when a file may be still, and slowly all the time.
 * Returns a function that ends it, after which the database is not touched any more.
 */
export function watchFolder(backend: Backend, waits: Waits = usual): () => void {
  const keeper = folderKeeperOf(backend);
  const signs = createSigns(() => wait(waits.leastMs));
  let timer: NodeJS.Timeout | undefined;
  let dueMs = Infinity;
  let hasEnded = false;

  const look = async (): Promise<void> => {
    timer = undefined;
    dueMs = Infinity;
    const nextAtMs = await keeper.look();
    if (hasEnded) return;
    const { path: folder, isOn } = watchedFolderOf(backend.db);
    if (folder === null || !isOn) {
      signs.end();
      return;
    }
    if (keeper.state().state === 'gone') signs.end();
    else signs.of(folder);
    const restMs = nextAtMs === null ? waits.slowMs : nextAtMs - backend.clock.nowMs();
    wait(Math.min(waits.slowMs, Math.max(waits.leastMs, restMs)));
  };
  /** The earliest of what is waited for counts. */
  const wait = (ms: number): void => {
    const atMs = performance.now() + ms;
    if (hasEnded || atMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = atMs;
    timer = setTimeout(() => void look(), ms).unref();
  };

  onAnnouncement(backend, ({ tables }) => {
    if (tables.includes('local_settings')) wait(0);
  });
  wait(waits.afterStartMs);
  return () => {
    hasEnded = true;
    keeper.end();
    signs.end();
    clearTimeout(timer);
  };
}

/** The system's own signs of one folder, for as long as it gives them. */
function createSigns(onSign: () => void) {
  let watched: { readonly folder: string; readonly watcher: fs.FSWatcher } | undefined;
  const end = (): void => {
    watched?.watcher.close();
    watched = undefined;
  };
  const of = (folder: string): void => {
    if (watched?.folder === folder) return;
    end();
    try {
      const watcher = fs.watch(folder, { persistent: false }, onSign);
      // Of a drive that was pulled out; the slow look finds it when it is back.
      watcher.on('error', end);
      watched = { folder, watcher };
    } catch {
      // There is nothing to watch now, or no way to: the slow look goes on.
    }
  };
  return { of, end };
}

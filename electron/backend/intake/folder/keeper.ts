import path from 'node:path';
import type { WatchedFolder } from '#shared/contract/intake.ts';
import { isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import { isSameFile, lookAtFiles } from '#shared/domain/still-files.ts';
import type { SeenFile, Sighting } from '#shared/domain/still-files.ts';
import type { Backend } from '#backend/backend.ts';
import { watchedFolderOf } from '#backend/settings/service.ts';
import { announce } from '#backend/system/announcements.ts';
import { readFolder, takenFolderName } from './read-folder.ts';
import type { FolderContent } from './read-folder.ts';
import { takeStill } from './take-still.ts';
import type { FileFault } from './take-still.ts';

/** The watched folder of one backend: what its looks have found. */
export interface FolderKeeper {
  state(): WatchedFolder;
  /**
   * Takes what is still since an earlier look. Returns the moment at which the next file may be still, null where none is
   * waited for. One look at a time: who comes meanwhile gets the look that follows.
   */
  look(): Promise<number | null>;
  /** Tries again what was refused, and looks. */
  retry(): Promise<void>;
  /** What was here already has been read. */
  forgetKnown(): void;
  /** Ends a look under way; nothing of the database is touched after it. */
  end(): void;
}

/** Faults of the place and not of the file: they may be over by the next look. */
const passing: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'DISK_FULL',
  'PAPERS_NOT_WRITABLE',
  'NOT_WRITABLE',
  'ORIGINAL_NOT_MOVED',
  'FILE_UNREADABLE',
  'CHANGE_UNDER_WAY',
]);

/** What came in and could not be moved away is neither read nor copied again at each look, however often it is moved in vain. */
const isTaken = ({ code }: FileFault): boolean => code === 'ORIGINAL_NOT_MOVED';

/** So many of the files that were here already are told. */
const toldAtMost = 100;

interface Found {
  sightings: ReadonlyMap<string, Sighting>;
  faults: readonly FileFault[];
  known: WatchedFolder['known'];
  isThere: boolean;
  waitingCount: number;
  leftCount: number;
}

const nothingFound = (): Found => ({
  sightings: new Map(),
  faults: [],
  known: [],
  isThere: true,
  waitingCount: 0,
  leftCount: 0,
});

const keepers = new WeakMap<Backend, FolderKeeper>();

export function folderKeeperOf(backend: Backend): FolderKeeper {
  const known = keepers.get(backend);
  if (known !== undefined) return known;
  const made = new Keeper(backend);
  keepers.set(backend, made);
  return made;
}

class Keeper implements FolderKeeper {
  readonly #backend: Backend;
  readonly #ending = new AbortController();
  #folder: string | null = null;
  #found = nothingFound();
  #told = '';
  #underWay: Promise<number | null> | undefined;
  #following: Promise<number | null> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  state(): WatchedFolder {
    const { path: folder, isOn } = watchedFolderOf(this.#backend.db);
    const isLookedAt = isOn && folder === this.#folder;
    const { faults, known, isThere, waitingCount, leftCount } = isLookedAt ? this.#found : nothingFound();
    return {
      folderName: folder === null ? null : path.basename(folder),
      takenFolderName,
      state: !isOn || folder === null ? 'off' : isThere ? 'watching' : 'gone',
      waitingCount,
      leftCount,
      faults: faults.map(({ file, code, data }) => ({ name: file.name, code, data })),
      known: [...known],
    };
  }

  look(): Promise<number | null> {
    if (this.#underWay === undefined) {
      this.#underWay = this.#lookAndTell();
      return this.#underWay;
    }
    this.#following ??= this.#underWay.then(() => {
      this.#following = undefined;
      return this.look();
    });
    return this.#following;
  }

  async retry(): Promise<void> {
    this.#found = { ...this.#found, faults: this.#found.faults.filter(isTaken) };
    await this.look();
  }

  forgetKnown(): void {
    this.#found = { ...this.#found, known: [] };
    this.#tell();
  }

  end(): void {
    this.#ending.abort();
  }

  async #lookAndTell(): Promise<number | null> {
    try {
      return await this.#lookOnce();
    } catch (error) {
      const isGivenUp = isAppError(error) && error.code === 'CANCELLED';
      if (!this.#ending.signal.aborted && !isGivenUp) console.error('watched folder:', error);
      return null;
    } finally {
      this.#underWay = undefined;
      this.#tell();
    }
  }

  #hasEnded(): boolean {
    return this.#ending.signal.aborted;
  }

  #tell(): void {
    if (this.#hasEnded()) return;
    const now = JSON.stringify(this.state());
    if (now !== this.#told) announce(this.#backend, ['intake_folder']);
    this.#told = now;
  }

  async #lookOnce(): Promise<number | null> {
    if (this.#hasEnded()) return null;
    const { path: folder, isOn } = watchedFolderOf(this.#backend.db);
    if (folder !== this.#folder || !isOn) this.#found = nothingFound();
    this.#folder = folder;
    if (folder === null || !isOn) return null;
    const content = await readFolder(folder).catch(() => null);
    if (this.#hasEnded()) return null;
    if (content !== null) return this.#take(folder, content);
    // What it held is looked at anew when it comes back.
    this.#found = { ...nothingFound(), known: this.#found.known, isThere: false };
    return null;
  }

  async #take(folder: string, { files, leftCount }: FolderContent): Promise<number | null> {
    const { sightings, still, nextAtMs } = lookAtFiles(
      this.#found.sightings,
      files,
      this.#backend.clock.nowMs(),
    );
    const isUnchanged = ({ file }: FileFault): boolean => files.some((each) => isSameFile(each, file));
    const here = this.#found.faults.filter(isUnchanged);
    const stuck = here.filter(({ code }) => !passing.has(code));
    const isOf = (faults: readonly FileFault[], file: SeenFile): boolean =>
      faults.some((fault) => isSameFile(fault.file, file));
    const due = still.filter((file) => !isOf(stuck, file));
    const isMovedOnly = (file: SeenFile): boolean => isOf(here.filter(isTaken), file);
    // Faults that are looked into again are shown until it is known what has become of them.
    const waitingCount = files.length - still.length;
    this.#found = { ...this.#found, sightings, isThere: true, leftCount, waitingCount, faults: here };
    if (due.length === 0) return nextAtMs;
    const sorted = { still: due.filter((file) => !isMovedOnly(file)), taken: due.filter(isMovedOnly) };
    const { faults, known } = await takeStill(this.#backend, folder, sorted, this.#ending.signal);
    this.#found = {
      ...this.#found,
      faults: [...stuck, ...faults],
      known: [...this.#found.known, ...known].slice(-toldAtMost),
    };
    return nextAtMs;
  }
}

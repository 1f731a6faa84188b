import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { checkAllFiles } from '#backend/file-checks/round.ts';
import { onAnnouncement } from '#backend/system/announcements.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { openForPapers } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

const dayMs = 24 * 60 * 60 * 1000;

it('a look that somebody asked for tells every window what it has found', async () => {
  const { call, backend, ids, hashes, spoil } = await openChecked();
  expect(ids).toHaveLength(3);
  const told: string[] = [];
  onAnnouncement(backend, ({ tables }) => void told.push(...tables));
  spoil(hashes[0] ?? '');
  await allOf(await call.system.verify());
  await vi.waitFor(() => expect(told).toContain('file_checks'));
});

async function openChecked() {
  const opened = await openForPapers();
  const { add, file, call, backend, vaultFolder } = opened;
  const ids: string[] = [];
  const hashes: string[] = [];
  for (const no of [1, 2, 3]) {
    const bytes = await scans.picture('png', no);
    ids.push((await add([file(`纸${no}.png`, bytes)])).added.documentId!);
    hashes.push(scans.sha256Of(bytes));
  }
  const place = (sha256: string): string => path.join(vaultFolder, sha256.slice(0, 2), sha256);
  /** Other bytes of the same length, as a disk that forgets leaves them. */
  const spoil = (sha256: string): void => {
    const bytes = fs.readFileSync(place(sha256));
    bytes.fill(7, 20, 40);
    fs.writeFileSync(place(sha256), bytes);
  };
  const orphan = scans.sha256Of(Buffer.from('x'));
  const strew = (): void => {
    fs.mkdirSync(path.dirname(place(orphan)), { recursive: true });
    fs.writeFileSync(place(orphan), 'x');
  };
  const round = (signal = new AbortController().signal) => checkAllFiles(backend, signal);
  const found = async () =>
    (await call.fileChecks.faults()).files.map(({ sha256, fault }) => [fault, sha256]);
  const setNow = (nowMs: number): void => opened.setNow(nowMs);
  return { ...opened, setNow, ids, hashes, place, spoil, orphan, strew, round, found };
}

describe('the round through the files', () => {
  it('finds what is missing, altered and nobody’s, and tells whose it is', async () => {
    const { call, hashes, place, spoil, orphan, strew, round, ids } = await openChecked();
    expect(await call.fileChecks.health()).toMatchObject({ checkedAtMs: null });
    const [missing, altered] = hashes as [string, string];
    fs.rmSync(place(missing));
    spoil(altered);
    strew();
    expect(await round()).toBe(true);
    expect(await call.fileChecks.health()).toEqual({
      checkedAtMs: sampleNowMs,
      counts: { missing: 1, altered: 1, unreadable: 0, orphaned: 1 },
    });
    expect((await call.fileChecks.faults()).files).toMatchObject([
      {
        fault: 'missing',
        sha256: missing,
        papers: [{ id: ids[0], originalName: '纸1.png' }],
        isInBackup: false,
      },
      { fault: 'altered', sha256: altered, papers: [{ id: ids[1] }] },
      { fault: 'orphaned', sha256: orphan, papers: [], sizeBytes: 1 },
    ]);
  });

  it('is made once a week, and goes on where it was cut off', async () => {
    const { round, backend, hashes, setNow, spoil, found } = await openChecked();
    const ending = new AbortController();
    const look = backend.vault.faultOf.bind(backend.vault);
    let looks = 0;
    const counted: typeof look = (file, options) => {
      looks += 1;
      if (looks === 2) ending.abort();
      return look(file, options);
    };
    Object.assign(backend.vault, { faultOf: counted });
    expect(await round(ending.signal)).toBe(false);
    expect(looks).toBe(2);
    setNow(sampleNowMs + dayMs);
    expect(await round()).toBe(true);
    expect(looks).toBe(4);
    spoil(hashes[0]!);
    setNow(sampleNowMs + 6 * dayMs);
    expect(await round()).toBe(false);
    expect(await found()).toEqual([]);
    setNow(sampleNowMs + 7 * dayMs);
    expect(await round()).toBe(true);
    expect(looks).toBe(7);
    expect(await found()).toEqual([['altered', hashes[0]]]);
  });

  it('counts a check that somebody asks for, which finds the same', async () => {
    const { call, spoil, hashes, round, found } = await openChecked();
    spoil(hashes[1]!);
    const steps = await allOf(await call.system.verify());
    expect(steps.at(-1)).toMatchObject({ problems: [{ code: 'altered', subject: hashes[1] }] });
    expect(await found()).toEqual([['altered', hashes[1]]]);
    expect(await round()).toBe(false);
  });
});

it('says nothing of a paper that was destroyed while it was read', async () => {
  const { call, ids, hashes, found, backend } = await openChecked();
  await call.documents.trash({ id: ids[0]! });
  backend.db.prepare('UPDATE documents SET deleted_at_ms = 1 WHERE id = ?').run(ids[0]);
  const real = backend.vault.scrub.bind(backend.vault);
  const scrub: typeof real = async function* (known, options) {
    await call.keeping.destroy({ ids: [ids[0]!], remark: null });
    yield* real(known, options);
  };
  Object.assign(backend.vault, { scrub });
  expect((await allOf(await call.system.verify())).at(-1)).toMatchObject({ problems: [] });
  const checked = backend.db.prepare('SELECT sha256 FROM file_checks ORDER BY sha256').all();
  expect(checked).toEqual(
    hashes
      .slice(1)
      .toSorted()
      .map((sha256) => ({ sha256 })),
  );
  expect(await found()).toEqual([]);
});

describe('what can be done about it', () => {
  it('puts the copy of a backup in the place of a faulty file', async () => {
    const { call, spoil, place, hashes, round, found } = await openChecked();
    await allOf(await call.backups.create({}));
    const [missing, altered] = hashes as [string, string];
    fs.rmSync(place(missing));
    spoil(altered);
    await round();
    expect((await call.fileChecks.faults()).files.map(({ isInBackup }) => isInBackup)).toEqual([true, true]);
    expect(await call.fileChecks.repair({ sha256s: hashes })).toEqual({ repairedCount: 2, leftCount: 1 });
    expect(await found()).toEqual([]);
    expect(scans.sha256Of(fs.readFileSync(place(altered)))).toBe(altered);
  });

  it('knows after a restart which files are not to be trusted', async () => {
    const { call, spoil, place, hashes, round, backend } = await openChecked();
    await allOf(await call.backups.create({}));
    const [repaired, comesAgain] = hashes as [string, string];
    for (const sha256 of [repaired, comesAgain]) spoil(sha256);
    await round();
    backend.close();
    const next = openTestBackend(backend.dataFolder);
    next.backend.vault.stageBytes(await scans.picture('png', 2)).keep();
    expect(scans.sha256Of(fs.readFileSync(place(comesAgain)))).toBe(comesAgain);
    expect(await next.call.fileChecks.repair({ sha256s: [repaired] })).toEqual({
      repairedCount: 1,
      leftCount: 0,
    });
    expect(scans.sha256Of(fs.readFileSync(place(repaired)))).toBe(repaired);
  });

  it('takes the same scan in anew where the file is altered', async () => {
    const { call, spoil, hashes, round, found, add, file, ids } = await openChecked();
    spoil(hashes[0]!);
    await round();
    await add([file('纸1.png', await scans.picture('png', 1))], { documentId: ids[0]! });
    expect(await call.fileChecks.check({ sha256s: [hashes[0]!] })).toEqual({ faultCount: 0 });
    expect(await found()).toEqual([]);
  });

  it('takes away what nobody knows, and nothing else', async () => {
    const { call, strew, orphan, hashes, round, place, found } = await openChecked();
    strew();
    await round();
    expect(await call.fileChecks.removeOrphans({ sha256s: [orphan, hashes[0]!] })).toEqual({
      removedCount: 1,
      leftCount: 1,
    });
    expect(fs.existsSync(place(orphan))).toBe(false);
    expect(fs.existsSync(place(hashes[0]!))).toBe(true);
    expect(await found()).toEqual([]);
  });

  it('forgets a fault of a paper that was destroyed', async () => {
    const { call, ids, hashes, spoil, round, found, backend } = await openChecked();
    spoil(hashes[0]!);
    await round();
    await call.documents.trash({ id: ids[0]! });
    backend.db.prepare('UPDATE documents SET deleted_at_ms = 1 WHERE id = ?').run(ids[0]);
    await call.keeping.destroy({ ids: [ids[0]!], remark: null });
    expect(await found()).toEqual([]);
  });
});

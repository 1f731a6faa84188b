import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { createVault } from '#backend/vault/store.ts';
import type { ScrubStep } from '#backend/vault/scrub.ts';
import { temporaryFolder } from '#test/support/folders.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function openVault() {
  const folder = temporaryFolder();
  const root = path.join(folder, 'vault');
  const vault = createVault(root);
  const source = (bytes: Uint8Array, name = 'scan.png'): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    return file;
  };
  const kept = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256);
  return { root, vault, source, kept, left: () => fs.readdirSync(path.join(root, 'incoming')) };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

describe('putting a file in', () => {
  it('names the data folder, not one of its own, where it can’t be written', async () => {
    const { root, vault, source } = openVault();
    const refused = { code: 'PAPERS_NOT_WRITABLE', data: { name: path.basename(path.dirname(root)) } };
    const bytes = randomBytes(100);
    const shelf = path.join(root, sha256Of(bytes).slice(0, 2));
    fs.writeFileSync(shelf, 'in the way');
    await expect(vault.put(source(bytes))).rejects.toMatchObject(refused);
    fs.rmSync(shelf);
    fs.rmdirSync(path.join(root, 'incoming'));
    fs.writeFileSync(path.join(root, 'incoming'), 'in the way');
    await expect(vault.put(source(bytes))).rejects.toMatchObject(refused);
    fs.writeFileSync(path.join(root, 'derived'), 'in the way');
    expect(() => vault.putBytes(sha256Of(bytes), 'thumbnail', bytes)).toThrow('PAPERS_NOT_WRITABLE');
    fs.rmSync(root, { recursive: true });
    fs.writeFileSync(root, 'in the way');
    expect(() => createVault(root)).toThrow(refused.data.name);
  });

  it('keeps the bytes under their hash and leaves the source as it is', async () => {
    const { vault, source, kept, left } = openVault();
    const bytes = randomBytes(3_000_000);
    const file = source(bytes);
    const stored = await vault.put(file);
    expect(stored).toEqual({ sha256: sha256Of(bytes), sizeBytes: bytes.length });
    expect(fs.readFileSync(kept(stored.sha256)).equals(bytes)).toBe(true);
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
    expect(left()).toEqual([]);
  });

  it('keeps identical bytes once, without writing them again', async () => {
    const { vault, source, kept, left } = openVault();
    const first = await vault.put(source(Buffer.from('same'), 'a.png'));
    fs.utimesSync(kept(first.sha256), 1000, 1000);
    expect(await vault.put(source(Buffer.from('same'), 'b.png'))).toEqual(first);
    expect(fs.statSync(kept(first.sha256)).mtimeMs).toBe(1_000_000);
    expect([...vault.list()]).toEqual([first]);
    expect(left()).toEqual([]);
  });

  it('puts a good copy in the place of one that was cut off', async () => {
    const { vault, source, kept } = openVault();
    const file = source(Buffer.from('whole content'));
    const { sha256 } = await vault.put(file);
    fs.truncateSync(kept(sha256), 3);
    await vault.put(file);
    expect(fs.readFileSync(kept(sha256), 'utf8')).toBe('whole content');
  });

  it('leaves nothing when the source is missing, is a folder, or the caller gives up', async () => {
    const { root, vault, source, left } = openVault();
    expect(await codeOf(vault.put(path.join(root, 'nowhere')))).toBe('FILE_UNREADABLE');
    expect(await codeOf(vault.put(root))).toBe('FILE_UNREADABLE');
    const file = source(randomBytes(5_000_000));
    expect(await codeOf(vault.put(file, { signal: AbortSignal.abort() }))).toBe('CANCELLED');
    expect(left()).toEqual([]);
    expect([...vault.list()]).toEqual([]);
  });

  it('names a missing source without its folder', async () => {
    const { root, vault } = openVault();
    const failure = await vault.put(path.join(root, '不在.png')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(JSON.stringify((failure as AppError).data)).not.toContain(path.basename(path.dirname(root)));
    expect((failure as AppError).data).toMatchObject({ name: '不在.png' });
  });

  it('forgets a staged file that is dropped, and one that was kept before it is dropped', async () => {
    const { vault, source, left } = openVault();
    const before = await vault.stage(source(Buffer.from('one')));
    before.drop();
    const after = await vault.stage(source(Buffer.from('two')));
    after.keep();
    expect(vault.has(after.sha256)).toBe(true);
    after.drop();
    expect([...vault.list()]).toEqual([]);
    expect(left()).toEqual([]);
  });

  it('does not take back a file that was kept earlier by somebody else', async () => {
    const { vault, source } = openVault();
    const file = source(Buffer.from('kept before'));
    const { sha256 } = await vault.put(file);
    const again = await vault.stage(file);
    again.keep();
    again.drop();
    expect(vault.has(sha256)).toBe(true);
  });

  it('removes what a process that died has left half copied', async () => {
    const { root, vault, source } = openVault();
    const { sha256 } = await vault.put(source(Buffer.from('whole')));
    fs.writeFileSync(path.join(root, 'incoming', 'half'), 'ha');
    const opened = createVault(root);
    expect(fs.readdirSync(path.join(root, 'incoming'))).toEqual([]);
    expect(opened.has(sha256)).toBe(true);
  });
});

describe('reading', () => {
  it('gives exactly the bytes from start up to end', async () => {
    const { vault, source } = openVault();
    const bytes = randomBytes(2000);
    const { sha256 } = await vault.put(source(bytes));
    await fc.assert(
      fc.asyncProperty(fc.nat(2500), fc.nat(2500), async (start, end) => {
        const read = await vault.read(sha256, 'file', start, end);
        expect(Buffer.from(read).equals(bytes.subarray(Math.min(start, 2000), Math.max(start, end)))).toBe(
          true,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps pictures beside the files, so that they are neither files nor orphans', async () => {
    const { vault, source } = openVault();
    const stored = await vault.put(source(Buffer.from('file')));
    vault.putBytes(stored.sha256, 'thumbnail', Buffer.from('picture'));
    expect(Buffer.from(await vault.read(stored.sha256, 'thumbnail', 0, 99)).toString()).toBe('picture');
    expect(vault.stat(stored.sha256, 'thumbnail')).toEqual({ sizeBytes: 7 });
    expect([...vault.list()]).toEqual([stored]);
  });

  it('says NOT_FOUND for what is not there', async () => {
    const { vault } = openVault();
    const unknown = 'a'.repeat(64);
    expect(await codeOf(vault.read(unknown, 'file', 0, 1))).toBe('NOT_FOUND');
    expect(await codeOf(vault.read(unknown, 'thumbnail', 0, 1))).toBe('NOT_FOUND');
    expect(await codeOf(vault.ensureLocal(unknown))).toBe('NOT_FOUND');
    expect(vault.stat(unknown, 'file')).toBeUndefined();
  });

  it('takes no text for a hash that could lead outside the folder', async () => {
    const { vault, root } = openVault();
    fs.writeFileSync(path.join(path.dirname(root), 'secret'), 'secret');
    const attempts = [
      '../secret',
      '..',
      '',
      `${'a'.repeat(61)}/..`,
      'A'.repeat(64),
      `${'a'.repeat(64)}\n`,
      `${'a'.repeat(64)}/x`,
    ];
    for (const attempt of attempts) {
      expect(vault.has(attempt)).toBe(false);
      expect(await codeOf(vault.read(attempt, 'file', 0, 9))).toBe('NOT_FOUND');
      expect(await codeOf(vault.copyTo(attempt, path.join(root, 'out')))).toBe('NOT_FOUND');
      expect(() => vault.putBytes(attempt, 'thumbnail', Buffer.from('x'))).toThrow(AppError);
    }
  });
});

describe('the scrub', () => {
  it('finds the missing, the altered, the unreadable and the orphaned, and nothing else', async () => {
    const { vault, source, kept } = openVault();
    const put = (text: string) => vault.put(source(Buffer.from(text)));
    const good = await put('good');
    const gone = await put('gone');
    const cut = await put('cut off');
    const flipped = await put('flipped');
    const blocked = await put('blocked');
    const orphan = await put('orphan');
    fs.rmSync(kept(gone.sha256));
    fs.truncateSync(kept(cut.sha256), 2);
    fs.writeFileSync(kept(flipped.sha256), 'FLIPPED');
    fs.rmSync(kept(blocked.sha256));
    fs.mkdirSync(kept(blocked.sha256));
    const size = fs.statSync(kept(blocked.sha256)).size;
    const steps: ScrubStep[] = [];
    const known = [good, gone, cut, flipped, { sha256: blocked.sha256, sizeBytes: size }];
    for await (const step of vault.scrub(known)) steps.push(step);
    expect(steps.at(4)).toMatchObject({ done: 5, total: 5 });
    expect(steps.flatMap(({ problem }) => problem ?? [])).toEqual([
      { code: 'missing', sha256: gone.sha256 },
      { code: 'altered', sha256: cut.sha256 },
      { code: 'altered', sha256: flipped.sha256 },
      { code: 'unreadable', sha256: blocked.sha256 },
      { code: 'orphaned', sha256: orphan.sha256 },
    ]);
  });
});

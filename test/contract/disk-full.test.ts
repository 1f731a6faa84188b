import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault } from '#backend/vault/store.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { fillDisk } from '#test/support/mounted-disk.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';

const megabyte = 1024 * 1024;

describe('on a full disk', () => {
  it('the vault keeps no half file', async (context) => {
    const disk = smallDisk(megabyte);
    if (disk === null) return context.skip('no right to mount a small disk');
    const vault = createVault(path.join(disk, 'vault'));
    const large = scans.fileIn(temporaryFolder(), 'large', randomBytes(3 * megabyte));
    await expect(vault.put(large)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(fs.readdirSync(path.join(disk, 'vault', 'incoming'))).toEqual([]);
    expect([...vault.list()]).toEqual([]);
    const small = scans.fileIn(temporaryFolder(), 'small', randomBytes(1000));
    expect(await vault.put(small)).toMatchObject({ sizeBytes: 1000 });
  });

  it('a scan is refused by name, the rest of the drop is kept, and the data stays whole', async (context) => {
    const disk = smallDisk(4 * megabyte);
    if (disk === null) return context.skip('no right to mount a small disk');
    const { backend, call } = openTestBackend(path.join(disk, 'data'));
    const { id: clientId } = await call.clients.create({
      name: '示例长风物流有限公司',
      entityType: 'company',
    });
    const folder = temporaryFolder();
    const filler = Buffer.concat([await scans.picture('jpeg', 1), randomBytes(5 * megabyte)]);
    const drop = [
      scans.fileIn(folder, '大.jpg', filler),
      scans.fileIn(folder, '小.png', await scans.picture('png', 2)),
    ];
    const files = drop.map((file) => ({ token: backend.tokens.grant(file) }));
    const steps = await allOf(await call.documents.add({ clientId, kind: 'lease', files }));
    expect(steps.filter((step) => step.kind === 'refused')).toMatchObject([
      { name: '大.jpg', code: 'DISK_FULL' },
    ]);
    expect(steps.at(-1)).toMatchObject({ kind: 'added', storedCount: 1, refusedCount: 1 });
    expect((await allOf(await call.system.verify())).at(-1)).toMatchObject({ problems: [] });
  });

  it('a change is refused whole, and can be made when there is room again', async (context) => {
    const disk = smallDisk(4 * megabyte);
    if (disk === null) return context.skip('no right to mount a small disk');
    const { call } = openTestBackend(path.join(disk, 'data'));
    await call.clients.create({ name: '示例之前有限公司', entityType: 'company' });
    const filler = fillDisk(disk);
    const remark = '长'.repeat(20_000);
    const create = () => call.clients.create({ name: '示例之后有限公司', entityType: 'company', remark });
    expect(await failureOf(create())).toEqual({ code: 'DISK_FULL', data: {} });
    expect((await call.clients.list({})).rows.map(({ name }) => name)).toEqual(['示例之前有限公司']);
    fs.rmSync(filler);
    await create();
    expect((await call.clients.list({})).total).toBe(2);
    expect((await allOf(await call.system.verify())).at(-1)).toMatchObject({ problems: [] });
  });
});

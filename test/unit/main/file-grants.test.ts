import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileGrants } from '../../../electron/main/file-grants.ts';

function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const told: [string, string, string][] = [];
  return {
    folder,
    told,
    grants: createFileGrants((...grant) => {
      told.push(grant);
      return Promise.resolve();
    }),
  };
}

test('a chosen file leaves as a token with its name and size; the backend is told the path', async () => {
  const { folder, told, grants } = setUp();
  const file = path.join(folder, '营业执照 示例.png');
  fs.writeFileSync(file, '12345');
  const chosen = await grants.grantFile(file);
  expect(chosen).toEqual({ token: told[0]?.[0], name: '营业执照 示例.png', sizeBytes: 5 });
  expect(told).toEqual([[chosen?.token, file, 'read']]);
  expect(JSON.stringify(chosen)).not.toContain(folder);
});

test('a folder and a missing file get no token', async () => {
  const { folder, told, grants } = setUp();
  expect(await grants.grantFile(folder)).toBeNull();
  expect(await grants.grantFile(path.join(folder, 'none.png'))).toBeNull();
  expect(told).toEqual([]);
});

test('only a token that was given leads to a path', async () => {
  const { folder, grants } = setUp();
  const { token } = await grants.grantTarget(path.join(folder, 'list.xlsx'));
  expect(grants.pathOf(token, 'write')).toBe(path.join(folder, 'list.xlsx'));
  expect(grants.pathOf(token, 'read')).toBe(path.join(folder, 'list.xlsx'));
  expect(() => grants.pathOf(path.join(folder, 'list.xlsx'), 'read')).toThrow('FILE_TOKEN_UNKNOWN');
});

test('what was chosen to be read is not written into', async () => {
  const { folder, grants } = setUp();
  const { token } = await grants.grantFolder(folder);
  expect(grants.pathOf(token, 'read')).toBe(folder);
  expect(() => grants.pathOf(token, 'write')).toThrow('FILE_TOKEN_UNKNOWN');
});

test('a backend that was started anew is told every grant again', async () => {
  const { told, grants } = setUp();
  await grants.grantTarget('/a');
  await grants.grantFolder('/b');
  expect(told.map(([, , use]) => use)).toEqual(['write', 'read']);
  const before = [...told];
  grants.repeat();
  expect(told.slice(2)).toEqual(before);
});

test('what was dropped may be a folder with all that is in it, to be read and never written', async () => {
  const { folder, told, grants } = setUp();
  const chosen = await grants.grantDropped(folder);
  expect(chosen).toMatchObject({ name: path.basename(folder), sizeBytes: 0 });
  expect(told).toEqual([[chosen?.token, folder, 'read']]);
  expect(() => grants.pathOf(chosen?.token ?? '', 'write')).toThrow('FILE_TOKEN_UNKNOWN');
  expect(await grants.grantDropped(path.join(folder, 'none'))).toBeNull();
});

test('a token is given out only when the backend knows it', async () => {
  const { folder } = setUp();
  let tellKnown = (): void => undefined;
  const known = new Promise<void>((resolve) => (tellKnown = resolve));
  const grants = createFileGrants(() => known);
  let isGiven = false;
  const given = grants.grantFolder(folder).then(() => void (isGiven = true));
  await Promise.resolve();
  expect(isGiven).toBe(false);
  tellKnown();
  await given;
  expect(isGiven).toBe(true);
});

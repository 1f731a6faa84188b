import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileGrants } from '../../../electron/main/file-grants.ts';

function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const told: [string, string, string][] = [];
  return { folder, told, grants: createFileGrants((...grant) => void told.push(grant)) };
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

test('only a token that was given leads to a path', () => {
  const { folder, grants } = setUp();
  const { token } = grants.grantTarget(path.join(folder, 'list.xlsx'));
  expect(grants.pathOf(token, 'write')).toBe(path.join(folder, 'list.xlsx'));
  expect(grants.pathOf(token, 'read')).toBe(path.join(folder, 'list.xlsx'));
  expect(() => grants.pathOf(path.join(folder, 'list.xlsx'), 'read')).toThrow('FILE_TOKEN_UNKNOWN');
});

test('what was chosen to be read is not written into', () => {
  const { folder, grants } = setUp();
  const { token } = grants.grantFolder(folder);
  expect(grants.pathOf(token, 'read')).toBe(folder);
  expect(() => grants.pathOf(token, 'write')).toThrow('FILE_TOKEN_UNKNOWN');
});

test('a backend that was started anew is told every grant again', () => {
  const { told, grants } = setUp();
  grants.grantTarget('/a');
  grants.grantFolder('/b');
  expect(told.map(([, , use]) => use)).toEqual(['write', 'read']);
  const before = [...told];
  grants.repeat();
  expect(told.slice(2)).toEqual(before);
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readJsonFile, writeJsonFile } from '../../../electron/main/json-file.ts';
import { windowPlace } from '../../../electron/main/window-place.ts';

const place = { bounds: { x: 1, y: 2, width: 1440, height: 900 }, maximized: false };

function file(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'new', 'window.json');
}

test('what was written is read again, and nothing is left beside it', () => {
  const target = file();
  writeJsonFile(target, place);
  expect(readJsonFile(target, windowPlace)).toEqual(place);
  expect(fs.readdirSync(path.dirname(target))).toEqual(['window.json']);
});

test('a missing, broken or strange file counts as none', () => {
  const target = file();
  expect(readJsonFile(target, windowPlace)).toBeNull();
  writeJsonFile(target, { bounds: 'everywhere' });
  expect(readJsonFile(target, windowPlace)).toBeNull();
  fs.writeFileSync(target, '{"bounds":');
  expect(readJsonFile(target, windowPlace)).toBeNull();
});

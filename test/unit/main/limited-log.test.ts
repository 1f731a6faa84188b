import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLimitedLog } from '../../../electron/main/limited-log.ts';

function logFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'logs', 'certfolio.log');
}

test('a log goes on where it ended', () => {
  const file = logFile();
  createLimitedLog(file, 1000).write('one\n');
  createLimitedLog(file, 1000).write('two\n');
  expect(fs.readFileSync(file, 'utf8')).toBe('one\ntwo\n');
});

test('a full log is put aside once, so that two files are the most there are', () => {
  const file = logFile();
  const log = createLimitedLog(file, 10);
  for (const line of ['first line\n', 'second line\n', 'third line\n']) log.write(line);
  expect(fs.readFileSync(`${file}.1`, 'utf8')).toBe('second line\n');
  expect(fs.readFileSync(file, 'utf8')).toBe('third line\n');
  expect(fs.readdirSync(path.dirname(file))).toHaveLength(2);
});

test('a log that cannot be written stops nobody', () => {
  const file = logFile();
  const log = createLimitedLog(file, 10);
  fs.mkdirSync(file);
  expect(() => log.write('lost\n')).not.toThrow();
});

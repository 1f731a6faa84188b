import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { test } from '../support/app.ts';

const backupsIn = (dataFolder: string): string[] =>
  fs.readdirSync(path.join(dataFolder, 'backups')).filter((name) => name.startsWith('certfolio-'));

test('the work of the day ends with a backup', async ({ launch }) => {
  const program = await launch();
  await program.window();
  await program.quit();
  expect(backupsIn(program.dataFolder).filter((name) => name.endsWith('-close'))).toHaveLength(1);
});

test('closing the last window ends the program in order', async ({ launch }) => {
  const program = await launch();
  const page = await program.window();
  const ended = program.app.waitForEvent('close');
  await page.close();
  await ended;
  expect(backupsIn(program.dataFolder)).toHaveLength(1);
  expect(fs.existsSync(path.join(program.dataFolder, 'writer.txt'))).toBe(false);
});

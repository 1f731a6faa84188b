import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import type { ElectronApplication } from '@playwright/test';
import { isShown, test } from '../support/app.ts';

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));

test('a window comes back at its place and size', async ({ launch }) => {
  const first = await launch();
  await first.window();
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1150, height: 720 });
  });
  await expect.poll(() => boundsOf(first.app)).toEqual([{ x: 40, y: 30, width: 1150, height: 720 }]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  await first.quit();
  const { dataFolder, userFolder } = first;
  const second = await launch({ dataFolder, userFolder });
  await second.window();
  expect(await boundsOf(second.app)).toEqual([{ x: 40, y: 30, width: 1150, height: 720 }]);
});

test('a second start shows the first program and ends', async ({ launch, programFolder }) => {
  const { app, window, userFolder } = await launch();
  await window();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isShown(app)).toBe(false);
  const executable = await app.evaluate(() => process.execPath);
  const second = spawn(executable, [`--user-data-dir=${userFolder}`, programFolder], {
    env: { ...process.env, ELECTRON_DISABLE_SANDBOX: '1' },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => isShown(app)).toBe(true);
  expect(await boundsOf(app)).toHaveLength(1);
});

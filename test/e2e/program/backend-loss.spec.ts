import { expect } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import type {} from '#renderer/api/connect.ts';
import { test } from '../support/app.ts';
import type { Certfolio } from '../support/app.ts';
import { answerDialogs, button, shownDialogs } from '../support/dialogs.ts';

const backendPid = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'Certfolio backend')?.pid ?? 0,
  );

/** Ends the backend's process as a crash would. */
async function crash(app: ElectronApplication): Promise<number> {
  const pid = await backendPid(app);
  process.kill(pid, 'SIGKILL');
  return pid;
}

const told = '数据服务意外停止，已重新启动';
const messages = (program: Certfolio) => shownDialogs(program).map(({ options }) => options.message);

test('a backend that dies is started again, and the user is told', async ({ launch }) => {
  const program = await launch();
  const page = await program.window();
  const died = await crash(program.app);
  await expect.poll(() => messages(program)).toEqual([told]);
  expect([0, died]).not.toContain(await backendPid(program.app));
  expect(page.url()).toContain('app://certfolio/');
});

test('a page is told that the backend is lost and gets a port to the next one', async ({ launch }) => {
  const program = await launch();
  const page = await program.window();
  await page.evaluate(() => {
    // The page's own connection is asked for once; this one replaces it, as after a reload.
    const received: string[] = [];
    Reflect.set(window, 'received', received);
    addEventListener('message', ({ ports }) => {
      received.push(`${ports.length} ports`);
      ports[0]?.addEventListener('close', () => received.push('lost'));
      ports[0]?.start();
    });
    window.certfolio.connect();
  });
  const received = () => page.evaluate(() => Reflect.get(window, 'received') as unknown);
  await expect.poll(received).toEqual(['2 ports']);
  await crash(program.app);
  await expect.poll(received).toEqual(['2 ports', 'lost', '1 ports']);
});

test('a backend that dies again and again is asked about', async ({ launch }) => {
  const program = await launch();
  await program.window();
  await answerDialogs(program.app, { showMessageBox: [button(0), button(0), button(0)] });
  const expected = [told, told, '数据没有打开', told];
  for (const after of [1, 2, 4]) {
    await crash(program.app);
    await expect.poll(() => messages(program)).toEqual(expected.slice(0, after));
  }
});

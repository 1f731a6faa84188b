import { expect } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fillDisk, mountDisk, unmountDisk } from '#test/support/mounted-disk.ts';
import { test } from './support/app.ts';
import { commandLine } from './support/command-line.ts';
import { answerDialogs, chosen } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
import { removeFolder, temporaryFolder } from './support/folders.ts';
import { portfolio, scan } from './support/sample.ts';
import { checklistRow, failure, goTo, paths, readFailure } from './support/screens.ts';
import { say, zh } from './support/words.ts';

const megabyte = 1024 * 1024;
const disk = temporaryFolder();
let isMounted = false;
test.beforeAll(() => {
  isMounted = mountDisk(disk, 16 * megabyte);
});
test.afterAll(() => {
  if (isMounted) unmountDisk(disk);
  removeFolder(disk);
});

test('on a full disk the window says so, nothing is half there, and with room the work goes on', async ({
  launch,
  programFolder,
}) => {
  test.skip(!isMounted, 'no right to mount a small disk');
  test.setTimeout(120_000);
  const dataFolder = path.join(disk, 'data');
  fs.mkdirSync(dataFolder);
  const cli = commandLine({ programFolder, dataFolder });
  const { id: clientId } = await cli.call('clients.create', {
    name: '示例长风物流有限公司',
    entityType: 'company',
  });
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例长风' } as const;
  const { id: accountId } = await cli.call('accounts.create', { clientId, account });
  const { id } = await cli.call('applications.create', { accountId, kind: 'first_certification' });

  const program = await launch({ dataFolder });
  const page = await program.window();
  await goTo(page, paths.application(id));
  const licence = checklistRow(page, '营业执照');
  const large = path.join(temporaryFolder(), '很大.jpg');
  fs.writeFileSync(
    large,
    Buffer.concat([fs.readFileSync(scan('营业执照_半山面包坊.jpg')), randomBytes(20 * megabyte)]),
  );
  await dropFiles(page, licence, [large]);
  await expect(licence).toContainText(
    say(zh.application.refused, { name: '很大.jpg', happened: zh.errors.DISK_FULL.happened }),
  );
  await expect(licence).toContainText(zh.errors.DISK_FULL.todo);
  expect(fs.readdirSync(path.join(dataFolder, 'vault', 'incoming'))).toEqual([]);

  const filler = fillDisk(disk);
  const write = page.getByRole('button', { name: say(zh.imports.write, { n: 63 }) });
  await goTo(page, paths.imports());
  await answerDialogs(program.app, { showOpenDialog: [chosen(portfolio)] });
  await page.getByRole('button', { name: zh.imports.choose, exact: true }).click();
  await write.click();
  await expect(failure(page)).toContainText(zh.errors.DISK_FULL.happened);
  await expect(failure(page)).toContainText(zh.errors.DISK_FULL.safe);
  await readFailure(page);
  fs.rmSync(filler);
  await write.click();
  await expect(
    page.getByText(say(zh.imports.done, { create: 47, update: 0, merge: 16, same: 0 })),
  ).toBeVisible();
  await program.quit();

  await expect(cli.run('verify')).resolves.toMatchObject({ problems: [] });
  expect((await cli.call('clients.list', {})).total).toBe(48);
});

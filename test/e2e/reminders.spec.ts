import { expect } from '@playwright/test';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { goTo, openClient, paths } from './support/screens.ts';
import {
  clickNotice,
  closeNotices,
  hasSessionBus,
  ownSessionBus,
  watchNotices,
} from './support/session-bus.ts';
import type { Notice, NoticeWatch } from './support/session-bus.ts';
import { tellStory, test } from './support/story.ts';
import { zh } from './support/words.ts';

test.skip(!hasSessionBus(), 'only a session bus of Linux can be listened to');

const client = '示例青禾商贸有限公司';
let endBus: (() => Promise<void>) | undefined;
let watch: NoticeWatch;
test.beforeAll(async () => {
  endBus = await ownSessionBus();
  watch = await watchNotices();
});
const story = tellStory('empty');
test.afterAll(async () => {
  watch.stop();
  await endBus?.();
});

const told = (text: string): readonly Notice[] =>
  watch.notices.filter(({ title, body }) => `${title}\n${body}`.includes(text));

/** Adds a reminder of the firm's own on today's page. */
async function remind(what: string, when: string): Promise<void> {
  const { page } = story;
  await goTo(page, paths.today());
  // An empty firm has another page.
  await page.getByRole('button', { name: zh.today.newReminder }).click();
  const dialog = page.getByRole('dialog', { name: zh.today.newReminderTitle });
  await dialog.getByLabel(zh.today.reminderWhat).fill(what);
  await dialog.getByLabel(zh.today.reminderWhen).fill(when);
  await dialog.getByLabel(zh.today.reminderWhen).press('Enter');
  await expect(dialog).toBeHidden();
}

async function finishAll(): Promise<void> {
  const rows = story.page.locator('li[data-duty]');
  for (let left = await rows.count(); left > 0; left -= 1) {
    await rows.first().click();
    await rows.first().getByRole('button', { name: zh.today.finish }).click();
    await expect(rows).toHaveCount(left - 1);
  }
}

test('what is due today comes as a notification of the system at once', async () => {
  const cli = await story.quit();
  await cli.call('clients.create', { name: client, entityType: 'company' });
  await story.restart();
  await remind('示例：今天回电话', '2026-09-22');
  await expect.poll(() => told('示例：今天回电话')).toHaveLength(1);
  expect(told('示例：今天回电话')[0]).toMatchObject({ title: '证簿' });
  expect(told('期限 2026-09-22')).toHaveLength(1);
});

test('what falls due while the program is closed comes at the next start, with its own date, as one', async () => {
  await remind('示例：寄回执', '2026-09-24');
  await remind('示例：取公章', '2026-09-25');
  const before = watch.notices.length;
  await story.restart({ now: '2026-09-27T10:00:00+08:00' });
  await expect.poll(() => told('示例：寄回执')).toHaveLength(1);
  expect(watch.notices.slice(before)).toEqual([
    {
      title: '3 项提醒',
      // The call of the 22nd still stands open, so its next step is recalled too.
      body: [
        '提醒 · 示例：今天回电话 · 期限 2026-09-22',
        '提醒 · 示例：寄回执 · 期限 2026-09-24',
        '提醒 · 示例：取公章 · 期限 2026-09-25',
      ].join('\n'),
    },
  ]);
});

test('and not a second time', async () => {
  const before = watch.notices.length;
  await story.restart({ now: '2026-09-27T10:30:00+08:00' });
  // The watch has looked once it tells of something new.
  await remind('示例：新的一件', '2026-09-27');
  await expect.poll(() => told('示例：新的一件')).toHaveLength(1);
  expect(watch.notices).toHaveLength(before + 1);
});

test('what is done is not recalled', async () => {
  const before = watch.notices.length;
  await finishAll();
  await story.restart({ now: '2026-10-04T10:00:00+08:00' });
  await remind('示例：节后第一件', '2026-10-04');
  await expect.poll(() => told('示例：节后第一件')).toHaveLength(1);
  expect(watch.notices).toHaveLength(before + 1);
  await finishAll();
});

test('a click on the notification opens the page of what it is about', async () => {
  const { page } = story;
  await openClient(page, client);
  const address = page.url();
  const id = decodeURIComponent(/clients\/([^/]+)$/u.exec(address)?.[1] ?? '');
  await goTo(page, paths.today());
  const cli = await story.quit();
  await cli.call('tasks.save', {
    id: null,
    clientId: id,
    title: '示例：寄合同',
    dueOn: calendarDate('2026-10-08'),
  });
  closeNotices();
  const again = await story.restart({ now: '2026-10-08T09:30:00+08:00' });
  await expect.poll(() => told('示例：寄合同')).toHaveLength(1);
  expect(told('示例：寄合同')[0]?.title).toBe(client);
  await expect(again).not.toHaveURL(address);
  clickNotice();
  await expect(again).toHaveURL(address);
  await expect(again.getByRole('heading', { level: 1, name: client })).toBeVisible();
});

test('the notification speaks the language of the program', async () => {
  const { page } = story;
  await goTo(page, paths.settings('appearance'));
  await page.getByText('English', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const english = await story.restart({ now: '2026-10-09T09:30:00+08:00' });
  await expect(english.locator('html')).toHaveAttribute('lang', 'en');
  const contract = { title: client, body: 'Reminder · 示例：寄合同 · due 2026-10-08' };
  await expect.poll(() => told('due 2026-10-08')).toEqual([contract]);
});

test('and at once in the other, as soon as it is switched back', async () => {
  const { page } = story;
  await goTo(page, paths.settings('appearance'));
  await page.getByText('简体中文', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await remind('示例：换了语言', '2026-10-09');
  const own = { title: '证簿', body: '提醒 · 示例：换了语言 · 期限 2026-10-09' };
  await expect.poll(() => told('示例：换了语言')).toEqual([own]);
});

test('what was put off is not recalled until its day, and then once', async () => {
  const cli = await story.quit();
  await cli.call('tasks.save', {
    id: null,
    clientId: null,
    title: '示例：先放一放',
    dueOn: calendarDate('2026-10-10'),
  });
  const on = (now: string) => story.commandLine(`${now}T10:00:00+08:00`);
  const due = await on('2026-10-10').call('reminders.due');
  const ids = due.filter(({ obligation }) => obligation.subject === '示例：先放一放').map(({ id }) => id);
  expect(ids).toHaveLength(1);
  await on('2026-10-10').call('reminders.snooze', { ids, until: calendarDate('2026-10-13') });
  await story.restart({ now: '2026-10-12T09:30:00+08:00' });
  await remind('示例：别的事', '2026-10-12');
  await expect.poll(() => told('示例：别的事')).toHaveLength(1);
  expect(told('示例：先放一放')).toEqual([]);
  await story.restart({ now: '2026-10-13T09:30:00+08:00' });
  await expect.poll(() => told('示例：先放一放')).toHaveLength(1);
});

test('what falls due while the program runs comes when its time has come', async () => {
  // A few seconds before nine, when the reminders of a day fall due.
  await story.restart({ now: '2026-10-14T08:59:40+08:00' });
  await remind('示例：九点的事', '2026-10-14');
  await expect.poll(() => told('示例：九点的事'), { timeout: 30_000 }).toHaveLength(1);
});

test('switched off, nothing is shown; switched on again, what is due comes at once', async () => {
  const before = watch.notices.length;
  const toggle = async (): Promise<void> => {
    await goTo(story.page, paths.settings('reminders'));
    await story.page.getByLabel(zh.settings.reminders.enabled).click();
  };
  await toggle();
  await remind('示例：关着时的事', '2026-10-14');
  await story.restart({ now: '2026-10-15T09:30:00+08:00' });
  await expect(story.page.locator('li[data-duty]').first()).toBeVisible();
  expect(watch.notices).toHaveLength(before);
  await toggle();
  await expect.poll(() => told('示例：关着时的事')).toHaveLength(1);
});

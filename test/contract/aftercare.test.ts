import { describe, expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { AccountNumbers } from '#shared/contract/applications.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { deriveForNewDay } from '#backend/derivations.ts';
import { writePaper } from '#backend/documents/write.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const dayMs = 86_400_000;
const lastAtMs = sampleNowMs + 6 * 3_600_000;

interface Account {
  readonly platform?: 'wechat' | 'baidu';
  readonly kind?: 'mini_program' | 'merchant';
  readonly appId?: string;
}

/** A client with one account and an application of that kind under way. */
async function openCase({ call }: TestBackend, of: ApplicationKind, account: Account = {}) {
  const { id: clientId } = await call.clients.create({ name: '示例一勺餐饮有限公司', entityType: 'company' });
  const { platform = 'wechat', kind = 'mini_program' } = account;
  const { id: accountId } = await call.accounts.create({
    clientId,
    account: { ...account, platform, kind, name: '示例一勺' },
  });
  const { id } = await call.applications.create({ accountId, kind: of });
  return { clientId, accountId, id };
}

/** Records steps one after the other, an hour apart; it is a little later then. */
async function take(
  opened: TestBackend,
  id: string,
  kinds: readonly ('submit' | 'authorise' | 'pay' | 'pre_approve' | 'confirm' | 'pass')[],
) {
  opened.setNow(lastAtMs);
  for (const [hours, kind] of kinds.entries())
    await opened.call.applications.step({ id, step: { kind, atMs: sampleNowMs + hours * 3_600_000 } });
}

async function onboard(opened: TestBackend, numbers?: AccountNumbers) {
  const made = await openCase(opened, 'merchant_onboarding', { kind: 'merchant' });
  await take(opened, made.id, ['submit', 'pass']);
  await opened.call.applications.step({
    id: made.id,
    step: { kind: 'confirm', atMs: lastAtMs, ...(numbers && { numbers }) },
  });
  return made;
}

async function file(opened: TestBackend, numbers?: AccountNumbers) {
  const made = await openCase(opened, 'filing');
  await take(opened, made.id, ['submit', 'pre_approve', 'confirm']);
  await opened.call.applications.step({
    id: made.id,
    step: { kind: 'pass', atMs: lastAtMs, ...(numbers && { numbers }) },
  });
  return made;
}

const addPaper = ({ backend }: TestBackend, clientId: string, kind: DocumentKind) =>
  backend.changes.record('documents.add', (change) =>
    writePaper(
      backend,
      change,
      { clientId, documentId: null, kind, validUntil: calendarDate('2031-09-21') },
      [],
    ),
  );

const steps = async ({ call }: TestBackend) =>
  (await call.agenda.list({ days: 400 })).rows
    .filter(({ kind }) => kind === 'aftercare')
    .map(({ subject, dueOn, waitingOn }) => [subject, dueOn, waitingOn]);

const stateOf = async ({ call }: TestBackend, id: string, ruleId: string) =>
  (await call.applications.get({ id })).aftercare.find(({ step }) => step.rule.id === ruleId)?.step;

describe('after an onboarding', () => {
  test('its steps are duties, named by the rules, and go one by one as they are done', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id, clientId } = await onboard(opened);
    expect(await steps(opened)).toEqual([
      ['record_number', '2026-09-28', 'us'],
      ['bind_appid', '2026-09-30', 'us'],
      ['api_certificate', '2026-10-13', 'us'],
      ['platform_certificate', '2026-10-13', 'us'],
    ]);
    const { obligations } = await call.clients.get({ id: clientId });
    expect(obligations.find(({ subject }) => subject === 'bind_appid')?.step).toEqual({
      ruleId: 'bind_appid',
      title: { zh: '发起 AppID 绑定', en: 'Request the AppID binding' },
      accountName: '示例一勺',
    });

    await call.aftercare.decide({
      applicationId: id,
      ruleId: 'bind_appid',
      decision: 'done',
      remark: '电话里说好',
    });
    expect(await steps(opened)).toContainEqual(['confirm_binding', '2026-09-29', 'client']);
    expect(await stateOf(opened, id, 'bind_appid')).toMatchObject({ state: 'done', on: '2026-09-22' });

    await call.aftercare.decide({ applicationId: id, ruleId: 'record_number', decision: 'not_needed' });
    addPaper(opened, clientId, 'merchant_api_certificate');
    expect((await steps(opened)).map(([rule]) => rule)).toEqual(['confirm_binding', 'platform_certificate']);
    // The paper has brought its own duty: its end.
    expect((await call.clients.get({ id: clientId })).obligations).toContainEqual(
      expect.objectContaining({ kind: 'paper_expiry', legalOn: '2031-09-21', startsOn: '2031-07-23' }),
    );
  });

  test('a word is taken back by undo and by the word itself', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await onboard(opened);
    const before = await steps(opened);
    await call.aftercare.decide({ applicationId: id, ruleId: 'bind_appid', decision: 'done' });
    await call.history.undo();
    expect(await steps(opened)).toEqual(before);
    await call.aftercare.decide({ applicationId: id, ruleId: 'bind_appid', decision: 'not_needed' });
    await call.aftercare.decide({ applicationId: id, ruleId: 'bind_appid', decision: null });
    expect(await steps(opened)).toEqual(before);
    await call.aftercare.decide({
      applicationId: id,
      ruleId: 'bind_appid',
      decision: 'done',
      on: calendarDate('2026-09-20'),
    });
    expect(await stateOf(opened, id, 'bind_appid')).toMatchObject({ state: 'done', on: '2026-09-20' });
  });

  test('only a step of a passed application that is a duty can be settled, and no day ahead', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await onboard(opened);
    const decide = (parts: object) =>
      failureOf(
        call.aftercare.decide({ applicationId: id, ruleId: 'bind_appid', decision: 'done', ...parts }),
      );
    expect(await decide({ applicationId: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await decide({ ruleId: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await decide({ ruleId: 'idle' })).toMatchObject({ data: { reason: 'not_a_duty' } });
    expect(await decide({ on: '2026-09-23' })).toMatchObject({ data: { reason: 'day_to_come' } });
  });

  test('the steps go with the application to the trash, and come back with it', async () => {
    const opened = openTestBackend();
    const { call, backend } = opened;
    const { id } = await onboard(opened);
    await call.aftercare.decide({ applicationId: id, ruleId: 'bind_appid', decision: 'done' });
    const before = await steps(opened);
    await call.applications.trash({ id });
    expect(await steps(opened)).toEqual([]);
    const live = backend.db.prepare('SELECT count(*) AS n FROM aftercare_steps WHERE deleted_at_ms IS NULL');
    expect(live.get()).toEqual({ n: 0 });
    await call.history.undo();
    expect(await steps(opened)).toEqual(before);
  });

  test('what nobody did is history thirty days after its end, without anybody writing', async () => {
    const opened = openTestBackend();
    await onboard(opened);
    opened.setNow(sampleNowMs + 49 * dayMs);
    await deriveForNewDay(opened.backend);
    expect((await steps(opened)).map(([rule]) => rule)).toEqual(['api_certificate', 'platform_certificate']);
    opened.setNow(sampleNowMs + 52 * dayMs);
    await deriveForNewDay(opened.backend);
    expect(await steps(opened)).toEqual([]);
  });

  test('the steps stand in Today, in the calendar file and among the reminders', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    await onboard(opened);
    const { groups } = await call.today.get({});
    expect(groups.flatMap(({ rows }) => rows).filter(({ kind }) => kind === 'aftercare')).toEqual([]);
    opened.setNow(Date.parse('2026-09-28T09:00:00+08:00'));
    const due = (await call.today.get({})).groups.find(({ group }) => group === 'today')?.rows ?? [];
    expect(due.map(({ subject }) => subject)).toContain('record_number');
    const { text } = await call.agenda.calendarFile({ days: 400 });
    expect(text.replaceAll('\r\n ', '')).toContain('「示例一勺」发起 AppID 绑定');
    const reminders = await call.reminders.due();
    expect(reminders.map(({ obligation }) => obligation.subject)).toContain('record_number');
  });
});

describe('after a certification', () => {
  const certify = async (opened: TestBackend) => {
    const made = await openCase(opened, 'first_certification');
    await take(opened, made.id, ['submit', 'authorise', 'pay']);
    await opened.call.applications.step({
      id: made.id,
      step: { kind: 'pass', atMs: lastAtMs, certifiedUntil: calendarDate('2027-09-22') },
    });
    return made;
  };

  test('an invoice is a question until somebody wants one and says which', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await certify(opened);
    expect(await steps(opened)).toEqual([]);
    const { aftercare } = await call.applications.get({ id });
    const asked = aftercare.find(({ step }) => step.rule.id === 'ordinary_invoice');
    expect(asked?.step.state).toBe('question');
    const [itemId = ''] = asked?.itemIds ?? [];
    await call.applications.decideItem({ itemId, decision: 'confirmed' });
    // Wanted, but which of the two is still to be said.
    expect(await steps(opened)).toEqual([]);
    await call.aftercare.decide({ applicationId: id, ruleId: 'ordinary_invoice', decision: 'not_needed' });
    expect(await steps(opened)).toEqual([
      ['special_invoice_result', '2026-10-09', 'platform'],
      ['special_invoice', '2026-12-11', 'platform'],
    ]);
    await call.aftercare.decide({ applicationId: id, ruleId: 'special_invoice', decision: 'done' });
    expect(await steps(opened)).toEqual([]);
    await call.applications.decideItem({ itemId, decision: 'not_needed' });
    await call.aftercare.decide({ applicationId: id, ruleId: 'special_invoice', decision: null });
    expect(await steps(opened)).toEqual([]);
  });
});

describe('the numbers of a pass', () => {
  test('a filing writes number and day with the pass, and takes them back with it', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const filingNumber = ' 粤icp备2026012345号－1x ';
    const { clientId, id } = await file(opened, { filingNumber, filedOn: calendarDate('2026-09-21') });
    const account = async () => (await call.clients.get({ id: clientId })).accounts[0];
    expect(await account()).toMatchObject({ filingNumber: '粤ICP备2026012345号-1X', filedOn: '2026-09-21' });
    expect(await stateOf(opened, id, 'record_number')).toMatchObject({ state: 'done', by: 'number' });
    const found = await call.search.query({ text: '2026012345' });
    expect(JSON.stringify(found)).toContain(clientId);
    await call.history.undo();
    expect(await account()).toMatchObject({ filingNumber: null, filedOn: null });
    expect((await call.applications.get({ id })).application.stage).toBe('in_review');
  });

  test('left out, the number is a duty until it stands with the account', async () => {
    const opened = openTestBackend();
    const { accountId } = await file(opened);
    expect(await steps(opened)).toEqual([['record_number', '2026-09-28', 'us']]);
    await opened.call.accounts.update({
      id: accountId,
      base: { filingNumber: null },
      changes: { filingNumber: '粤ICP备2026012345号-1X' },
    });
    expect(await steps(opened)).toEqual([]);
  });

  test('a merchant number comes with the confirmation that is its pass; a malformed one is refused', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await openCase(opened, 'merchant_onboarding', { kind: 'merchant' });
    await take(opened, id, ['submit', 'pass']);
    const confirm = (numbers: AccountNumbers) =>
      call.applications.step({ id, step: { kind: 'confirm', atMs: lastAtMs, numbers } });
    expect(await failureOf(confirm({ appId: 'wx0123456789abcdef' }))).toMatchObject({
      data: { reason: 'number_malformed' },
    });
    expect(await failureOf(confirm({ filingNumber: '粤ICP备2026012345号-1X' }))).toMatchObject({
      data: { reason: 'number_not_yielded' },
    });
    // An unusual length only warns.
    await confirm({ appId: '123456789' });
    expect((await call.applications.get({ id })).account).toMatchObject({ appId: '123456789' });
  });

  test('a registration brings AppID and original ID; one that another client has is refused', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const appId = 'wx0123456789abcdef';
    const other = await call.clients.create({ name: '示例二', entityType: 'company' });
    const { id } = await openCase(opened, 'registration');
    await take(opened, id, ['submit']);
    const confirm = () =>
      call.applications.step({
        id,
        step: { kind: 'confirm', atMs: lastAtMs, numbers: { appId, originalId: 'gh_0123456789ab' } },
      });
    const taken = { platform: 'wechat', kind: 'mini_program', name: '示例', appId } as const;
    const { id: takenId } = await call.accounts.create({ clientId: other.id, account: taken });
    expect(await failureOf(confirm())).toMatchObject({ code: 'DUPLICATE_APP_ID' });
    await call.accounts.trash({ id: takenId });
    await confirm();
    expect((await call.applications.get({ id })).account).toMatchObject({
      appId,
      originalId: 'gh_0123456789ab',
    });
  });
});

describe('the invoice of an order', () => {
  const invoices = ['ordinary_invoice', 'special_invoice', 'special_invoice_result'] as const;
  const statesOf = async (opened: TestBackend, id: string) =>
    Promise.all(invoices.map(async (rule) => (await stateOf(opened, id, rule))?.state));

  test('comes after a failure too, and is waited for once it is said which one it is', async () => {
    const opened = openTestBackend();
    const { call } = opened;
    const { id } = await openCase(opened, 'first_certification');
    await take(opened, id, ['submit', 'authorise', 'pay']);
    expect((await call.applications.get({ id })).aftercare).toEqual([]);
    await call.applications.step({ id, step: { kind: 'fail', reasonText: '资料不符', atMs: lastAtMs } });
    const rules = (await call.applications.get({ id })).aftercare.map(({ step }) => step.rule.id);
    expect(rules).toEqual(invoices);
    expect(await statesOf(opened, id)).toEqual(['question', 'question', 'question']);
    expect(await steps(opened)).toEqual([]);

    await call.aftercare.decide({ applicationId: id, ruleId: 'special_invoice', decision: 'applies' });
    expect(await statesOf(opened, id)).toEqual(['not_needed', 'to_do', 'to_do']);
    expect(await steps(opened)).toEqual([
      ['special_invoice_result', '2026-10-09', 'platform'],
      ['special_invoice', '2026-12-11', 'platform'],
    ]);
    await call.history.undo({});
    expect(await statesOf(opened, id)).toEqual(['question', 'question', 'question']);

    await call.aftercare.decide({ applicationId: id, ruleId: 'ordinary_invoice', decision: 'applies' });
    expect(await statesOf(opened, id)).toEqual(['to_do', 'not_needed', 'not_needed']);
  });
});

describe('a fee that nobody knows', () => {
  test('is null in the attempt, and not the free of a filing without any', async () => {
    const opened = openTestBackend();
    const { id } = await openCase(opened, 'first_certification', { platform: 'baidu' });
    await take(opened, id, ['submit']);
    expect((await opened.call.applications.get({ id })).attempts).toMatchObject([{ feeFen: null }]);
    expect(opened.backend.db.prepare('SELECT count(*) AS n FROM fees').get()).toEqual({ n: 0 });
  });
});

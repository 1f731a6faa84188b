import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveForNewDay } from '#backend/derivations.ts';
import { writePaper } from '#backend/documents/write.ts';
import type { LocalClient } from '#backend/router.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const licence = path.resolve(import.meta.dirname, '../../resources/sample/scans');

async function openCase(
  call: LocalClient,
  entityType: 'company' | 'sole_trader' | 'public_institution' = 'company',
) {
  const { clientId, accountId } = await createSampleCase(call, { entityType });
  const { id, number } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { clientId, accountId, id, number };
}

describe('the pre-check', () => {
  test('judges by the pack that the application remembers, and the same again', async () => {
    const { call, backend } = openTestBackend();
    const { id } = await openCase(call);
    const first = await call.applications.preCheck({ id });
    const stored = backend.db.prepare('SELECT rule_pack_sha256 AS sha256 FROM applications').get();
    expect(stored).toEqual({ sha256: first.rulePack.sha256 });
    expect(JSON.stringify(await call.applications.preCheck({ id }))).toBe(JSON.stringify(first));
    expect(first.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['paper_missing', 'administrator_missing', 'bank_account_missing']),
    );
    expect(first.matrix).toEqual([]);
  });

  test('holds the account’s name against the client’s, and marks where they part', async () => {
    const { call } = openTestBackend();
    const { id, clientId } = await openCase(call);
    const bankAccount = {
      kind: 'basic',
      holderName: '示例归越家居用品有限公司',
      bankName: null,
      accountNumber: null,
    } as const;
    await call.clients.saveBankAccount({ clientId, id: null, bankAccount });
    const { findings, matrix } = await call.applications.preCheck({ id });
    expect(findings.find(({ check }) => check === 'subject_name_differs')).toMatchObject({
      level: 'blocker',
      expected: '示例归樾家居用品有限公司',
      found: '示例归越家居用品有限公司',
      reasonCode: 'name_mismatch',
    });
    expect(matrix[0]?.cells[1]).toMatchObject({ source: 'bank', verdict: 'different', at: 3 });
  });

  test('of an application that is not there is an error', async () => {
    const { call } = openTestBackend();
    await expect(call.applications.preCheck({ id: 'none' })).rejects.toThrow();
  });
});

describe('the letter of authorisation', () => {
  const letterOf = async (heads: readonly { readonly name: string; readonly idNumber: string | null }[]) => {
    const { call } = openTestBackend();
    const { id, clientId } = await openCase(call);
    for (const [index, head] of heads.entries()) {
      const contact = {
        ...{ ...head, email: null, wechat: null, availableHours: null, leftOn: null, phone: null },
        ...{ isLegalRepresentative: index === 0, isAdministrator: index === 1 },
        ...{ isFinance: false, answersCalls: false },
      };
      await call.clients.saveContact({ clientId, id: null, contact });
    }
    const { items } = await call.applications.get({ id });
    return items.some(({ requirement }) => requirement.accepts.includes('authorisation_letter'));
  };
  const one = '440399198506121234';
  const other = '440399198506121250';

  test.each([
    ['of another administrator', true, '示例甲', '示例乙', null, null],
    ['not of a legal representative who was entered twice', false, '示例甲', '示例甲', null, null],
    ['not of one whose name is written in two ways', false, '示例甲', '示例 甲', one, one],
    ['of a namesake', true, '示例甲', '示例甲', one, other],
  ])('is asked for %s', async (_case, isAsked, legal, administrator, legalId, administratorId) => {
    const heads = [
      { name: legal, idNumber: legalId },
      { name: administrator, idNumber: administratorId },
    ];
    expect(await letterOf(heads)).toBe(isAsked);
  });
});

describe('a case whose papers are complete', () => {
  test('is called ready only once the pre-check blocks nothing, also after a change of a person and overnight', async () => {
    const opened = openTestBackend();
    const { call, backend } = opened;
    const { id, clientId } = await openCase(call);
    const person = {
      ...{
        name: '示例负责人',
        email: null,
        wechat: null,
        idNumber: null,
        availableHours: null,
        leftOn: null,
      },
      ...{ phone: '13800001001', isLegalRepresentative: true, isAdministrator: true, isFinance: false },
      answersCalls: true,
    };
    const { id: contactId } = await call.clients.saveContact({ clientId, id: null, contact: person });
    const { items } = await call.applications.get({ id });
    for (const item of items) await call.applications.decideItem({ itemId: item.id, decision: 'not_needed' });
    const duty = async () => (await call.applications.list({})).rows[0]?.clock;
    const blockers = async () =>
      (await call.applications.preCheck({ id })).findings.filter(({ level }) => level === 'blocker').length;
    expect(await duty()).toMatchObject({ kind: 'collecting', waitingOn: 'us', total: null });
    expect((await duty())?.blockerCount).toBe(await blockers());

    const bankAccount = {
      kind: 'basic',
      holderName: '示例归越家居用品有限公司',
      bankName: null,
      accountNumber: null,
    } as const;
    const before = await blockers();
    await call.clients.saveBankAccount({ clientId, id: null, bankAccount });
    expect((await duty())?.blockerCount).toBe(await blockers());
    expect(await blockers()).not.toBe(before);
    await call.clients.saveContact({ clientId, id: contactId, contact: { ...person, phone: null } });
    expect((await duty())?.blockerCount).toBe(await blockers());

    const paper = { clientId, documentId: null, kind: 'id_card', validUntil: '2026-09-22' } as const;
    const { result } = backend.changes.record(
      'documents.add',
      (change) => writePaper(backend, change, paper as never, []).documentId,
    );
    await call.applications.attach({ itemId: items[0]?.id ?? '', documentId: result });
    opened.setNow(sampleNowMs + dayMs);
    await deriveForNewDay(backend);
    expect((await duty())?.blockerCount).toBe(await blockers());
  });

  test('has the same count while it answers a return, beside the length of its clock, in every list', async () => {
    const { call } = openTestBackend();
    const { id, clientId } = await openCase(call);
    const { items } = await call.applications.get({ id });
    for (const item of items) await call.applications.decideItem({ itemId: item.id, decision: 'not_needed' });
    for (const kind of ['submit', 'authorise', 'pay'] as const) {
      await call.applications.step({ id, step: { kind, atMs: sampleNowMs } });
    }
    expect((await call.applications.list({})).rows[0]?.clock).toMatchObject({
      total: 15,
      blockerCount: null,
    });
    await call.applications.step({ id, step: { kind: 'return', reasonText: '仍不符', atMs: sampleNowMs } });
    const inPreCheck = async () =>
      (await call.applications.preCheck({ id })).findings.filter(({ level }) => level === 'blocker').length;
    const blockerCount = await inPreCheck();
    expect(blockerCount).toBeGreaterThan(0);
    const refill = { kind: 'clock_refill', waitingOn: 'us', total: 30, blockerCount };
    expect((await call.applications.list({})).rows[0]?.clock).toMatchObject(refill);
    const agenda = (await call.today.get({})).groups.flatMap(({ rows }) => rows);
    expect(
      agenda.find(({ applicationId, kind }) => applicationId === id && kind === refill.kind),
    ).toMatchObject(refill);
    expect((await call.clients.list({})).rows[0]?.returned).toMatchObject({ blockerCount, refillMax: 3 });

    await call.clients.saveBankAccount({
      clientId,
      id: null,
      bankAccount: { kind: 'basic', holderName: '示例别家', bankName: null, accountNumber: null },
    });
    expect(await inPreCheck()).not.toBe(blockerCount);
    expect((await call.applications.list({})).rows[0]?.clock?.blockerCount).toBe(await inPreCheck());
  });

  test('one with something missing has no count: the papers come first', async () => {
    const { call } = openTestBackend();
    await openCase(call);
    const { rows } = await call.applications.list({});
    expect(rows[0]?.clock).toMatchObject({ kind: 'collecting', waitingOn: 'client', blockerCount: null });
  });
});

describe('creating', () => {
  test.each(['company', 'sole_trader', 'public_institution'] as const)(
    'the checklist of a %s comes from the rules',
    async (entityType) => {
      const { call } = openTestBackend();
      const { id } = await openCase(call, entityType);
      const { items, counts, application } = await call.applications.get({ id });
      expect(items.length).toBeGreaterThan(1);
      expect(counts.open).toBeGreaterThan(0);
      const subject =
        entityType === 'public_institution' ? 'public_institution_certificate' : 'business_licence';
      expect(items.some(({ requirement }) => requirement.accepts.includes(subject))).toBe(true);
      expect(application.rulePackId).toBe('wechat.mp.certification');
    },
  );

  test('a first certification beside an annual review of one account is told with the other’s number', async () => {
    const { call } = openTestBackend();
    const { accountId } = await createSampleCase(call);
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { number } = await call.applications.create({ accountId, kind: 'annual_review' });
    const { findings } = await call.applications.preCheck({ id });
    expect(findings.find(({ check }) => check === 'certified_twice')).toMatchObject({
      found: number,
      level: 'warning',
    });
  });

  test('an order for accounts of another kind says so, whatever the body is', async () => {
    const { call } = openTestBackend();
    const { accountId } = await createSampleCase(call);
    await expect(call.applications.create({ accountId, kind: 'merchant_onboarding' })).rejects.toMatchObject({
      code: 'ACCOUNT_KIND_UNFIT',
      data: { accountKind: 'mini_program', kind: 'merchant_onboarding' },
    });
  });

  test('a kind that the platform’s rules do not know says so and makes nothing', async () => {
    const { call } = openTestBackend();
    const { clientId } = await createSampleCase(call);
    const account = { platform: 'alipay', kind: 'mini_program', name: '示例归樾商城' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    await expect(call.applications.create({ accountId, kind: 'annual_review' })).rejects.toMatchObject({
      code: 'RULES_NOT_COVERED',
    });
    expect((await call.applications.list({})).total).toBe(0);
  });

  test('numbers run on by year and carry the seat', async () => {
    const { call } = openTestBackend();
    const first = await openCase(call);
    const { accountId } = await createSampleCase(call, { name: '示例另一户有限公司', serial: '2' });
    const second = await call.applications.create({ accountId, kind: 'first_certification' });
    expect(first.number).toBe('A-2026-A00001');
    expect(second.number).toBe('A-2026-A00002');
  });

  test('one account has one open application of a kind', async () => {
    const { call } = openTestBackend();
    const { accountId } = await openCase(call);
    await expect(call.applications.create({ accountId, kind: 'first_certification' })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });
});

describe('stages', () => {
  async function toReview(call: LocalClient, id: string) {
    await call.applications.step({ id, step: { kind: 'submit', atMs: sampleNowMs - 10 * dayMs } });
    await call.applications.step({
      id,
      step: { kind: 'authorise', atMs: sampleNowMs - 10 * dayMs + hourMs },
    });
    await call.applications.step({ id, step: { kind: 'pay', atMs: sampleNowMs - 10 * dayMs + 2 * hourMs } });
  }

  test('a case runs from submission to its certified date, with clocks, attempt and fee', async () => {
    const { call } = openTestBackend();
    const { clientId, accountId, id } = await openCase(call);
    await toReview(call, id).catch((error: unknown) => expect(error).toBeUndefined());
    const inReview = await call.applications.get({ id });
    expect(inReview.application.stage).toBe('in_review');
    expect(inReview.running?.clock).toMatchObject({ id: 'review', unit: 'working_day', total: 15 });
    expect(inReview.attempts).toMatchObject([{ attemptNo: 1, outcome: 'pending', feeFen: 30_000 }]);
    await call.applications.step({
      id,
      step: { kind: 'pass', certifiedUntil: '2027-09-22' as never, atMs: sampleNowMs },
    });
    const client = await call.clients.get({ id: clientId });
    expect(client.accounts.find((account) => account.id === accountId)?.certifiedUntilOn).toBe('2027-09-22');
    expect(client.fees).toMatchObject([{ kind: 'platform', amountFen: 30_000, paidFen: 30_000 }]);
    expect(client.obligations.map(({ kind }) => kind).sort()).toEqual([
      'annual_report',
      'certification_expiry',
      'review_window',
    ]);
  });

  test('a return opens thirty calendar days and names the refill; the last one is final', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    await toReview(call, id);
    let atMs = sampleNowMs - 9 * dayMs;
    for (const refill of [1, 2, 3]) {
      await call.applications.step({ id, step: { kind: 'return', reasonText: '名称不符', atMs } });
      const { application, running } = await call.applications.get({ id });
      expect(application.stage).toBe('returned');
      expect(running?.clock).toMatchObject({ id: 'refill', total: 30, legalOn: '2026-10-13' });
      expect((await call.applications.list({})).rows[0]?.refillNo).toBe(refill);
      atMs += dayMs;
      await call.applications.step({ id, step: { kind: 'resubmit', atMs } });
      atMs += dayMs;
    }
    await call.applications.step({ id, step: { kind: 'return', reasonText: '仍不符', atMs } });
    expect((await call.applications.get({ id })).application.stage).toBe('failed');
  });

  test('a step that the stage does not allow is refused with its reason, and nothing moves', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    await expect(call.applications.step({ id, step: { kind: 'pay' } })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'action_not_allowed' },
    });
    expect((await call.applications.get({ id })).application.stage).toBe('collecting');
  });

  test('undo takes a step back with its fee and attempt; redo brings them again', async () => {
    const { call } = openTestBackend();
    const { clientId, id } = await openCase(call);
    await toReview(call, id);
    await call.history.undo();
    const before = await call.applications.get({ id });
    expect(before.application.stage).toBe('awaiting_payment');
    expect(before.attempts).toEqual([]);
    expect((await call.clients.get({ id: clientId })).fees).toEqual([]);
    await call.history.redo();
    const again = await call.applications.get({ id });
    expect(again.application.stage).toBe('in_review');
    expect(again.attempts).toHaveLength(1);
    expect((await call.clients.get({ id: clientId })).fees).toHaveLength(1);
  });

  test('an undone return leaves the chances as they were', async () => {
    const { call } = openTestBackend();
    const { id } = await openCase(call);
    await toReview(call, id);
    await call.applications.step({ id, step: { kind: 'return', reasonText: '名称不符', atMs: sampleNowMs } });
    await call.history.undo();
    const { application, attempts } = await call.applications.get({ id });
    expect(application).toMatchObject({ stage: 'in_review', firstReturnedAtMs: null });
    expect(attempts).toMatchObject([{ outcome: 'pending', returnedAtMs: null }]);
  });
});

describe('items', () => {
  const scan = (backend: ReturnType<typeof openTestBackend>['backend']) =>
    backend.tokens.grant(path.join(licence, '营业执照_栩禾餐饮.jpg'));

  test('a paper satisfies its item, runs out, and is refused', async () => {
    const { backend, call } = openTestBackend();
    const { clientId, id } = await openCase(call);
    const itemOf = async () => {
      const { items } = await call.applications.get({ id });
      const item = items.find(({ requirement }) => requirement.accepts.includes('business_licence'));
      if (item === undefined) throw new Error('no item for the licence');
      return item;
    };
    const item = await itemOf();
    expect(item.requirement.state).toBe('missing');
    const steps = await call.documents.add({
      clientId,
      itemId: item.id,
      kind: 'business_licence',
      validUntil: 'forever',
      files: [{ token: scan(backend) }],
    });
    let documentId: string | null = null;
    for await (const step of steps) if (step.kind === 'added') documentId = step.documentId;
    expect((await itemOf()).requirement.state).toBe('satisfied');
    await call.documents.update({
      id: documentId ?? '',
      base: { validUntil: 'forever' },
      changes: { validUntil: '2026-09-01' as never },
    });
    expect((await itemOf()).requirement).toMatchObject({
      state: 'expired',
      reason: { code: 'expired', days: -21 },
    });
    await call.applications.decideItem({ itemId: item.id, decision: 'rejected', reason: '姓名不符' });
    expect((await itemOf()).rejectReason).toBe('姓名不符');
    expect((await itemOf()).requirement.state).toBe('rejected');
    await call.applications.detach({ itemId: item.id, documentId: documentId ?? '' });
    expect((await itemOf()).documents).toEqual([]);
    await call.applications.attach({ itemId: item.id, documentId: documentId ?? '' });
    expect(await itemOf()).toMatchObject({ decision: null, rejectReason: null });
  });

  test('papers on file serve the next application at once', async () => {
    const { backend, call } = openTestBackend();
    const { clientId, accountId } = await createSampleCase(call);
    const steps = await call.documents.add({
      clientId,
      kind: 'business_licence',
      validUntil: 'forever',
      files: [{ token: scan(backend) }],
    });
    for await (const step of steps) expect(step.kind).not.toBe('refused');
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { items } = await call.applications.get({ id });
    const item = items.find(({ requirement }) => requirement.accepts.includes('business_licence'));
    expect(item?.requirement.state).toBe('satisfied');
  });

  test('an item that no rule knows is not found', async () => {
    const { call } = openTestBackend();
    await expect(
      call.applications.decideItem({ itemId: 'nothing.here', decision: 'not_needed' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('the pages of the list meet, and a cursor of another make is refused', async () => {
  const { call } = openTestBackend();
  const opened: string[] = [];
  for (const serial of ['1', '2', '3']) {
    const { accountId } = await createSampleCase(call, { serial });
    opened.push((await call.applications.create({ accountId, kind: 'first_certification' })).id);
  }
  const first = await call.applications.list({ limit: 2 });
  const second = await call.applications.list({ limit: 2, after: first.nextCursor });
  expect([...first.rows, ...second.rows].map(({ id }) => id).sort()).toEqual(opened.sort());
  expect(second.nextCursor).toBeNull();
  expect(await failureOf(call.applications.list({ after: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('nothing is noted on an application in the trash', async () => {
  const { call } = openTestBackend();
  const { accountId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  await call.applications.trash({ id });
  expect(await failureOf(call.applications.setRemark({ id, remark: '备注' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { resultOf } from '#shared/contract/work.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { knownBy } from '#test/support/known-by.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { certificationPack as shipped } from '#test/unit/rules/certification-pack.ts';

const packId = shipped.id;

async function install(firm: TestBackend, changes: Partial<RulePack>, applicationIds: string[] = []) {
  const file = path.join(temporaryFolder(), 'pack.json');
  fs.writeFileSync(file, knownBy({ ...shipped, version: '2027.01', ...changes }));
  const token = firm.backend.tokens.grant(file, undefined, 'read');
  const preview = await resultOf(firm.call.rules.previewPack({ file: token }));
  if (!preview.ok) throw new Error(JSON.stringify(preview.faults));
  const sha256 = preview.head.sha256;
  const done = () => resultOf(firm.call.rules.installPack({ file: token, sha256, applicationIds }));
  return { preview, done };
}

async function openCase({ call }: TestBackend) {
  const { accountId, clientId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { id, clientId, accountId };
}

/** The company set with one more paper, so that a move has something to add. */
const withPaper: Partial<RulePack> = {
  requirements: shipped.requirements.map((set) => {
    const [first, ...others] = set.groups;
    const paper = shipped.returnReasons.flatMap(({ remedyDocuments }) => remedyDocuments)[0];
    if (first === undefined || paper === undefined) return set;
    const added = { ...paper, id: 'subject.added', needed: 'required' as const };
    const formula = { op: 'all_of' as const, parts: [first.formula, added] };
    return { ...set, groups: [{ ...first, formula }, ...others] };
  }),
};

describe('moving to a new version', () => {
  test('that opens the review window later moves every client’s duties, as a full recomputation would', async () => {
    const firm = openTestBackend();
    const { call, backend } = firm;
    const { accountId } = await createSampleCase(call);
    const changes = { certifiedUntilOn: calendarDate('2027-06-01') };
    await call.accounts.update({ id: accountId, base: {}, changes });
    const rows = () => backend.db.prepare('SELECT * FROM obligations ORDER BY id').all();
    const { validity } = shipped;
    const window = { ...validity.window, daysBefore: 30 };
    const plan = { ...validity.plan, submitDaysBefore: 20 };
    const { done } = await install(firm, { validity: { ...validity, window, plan } });
    const before = rows();
    await done();
    expect(rows()).not.toEqual(before);
    const kept = rows();
    recomputeAllObligations(backend);
    expect(rows()).toEqual(kept);
  });

  test('can be undone and done again', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    await (await install(firm, withPaper, [id])).done();
    await firm.call.history.undo();
    await (await install(firm, withPaper, [id])).done();
    const { items } = await firm.call.applications.get({ id });
    expect(items.map(({ requirement }) => requirement.requirementId)).toContain('subject.added');
  });

  test('is refused for a closed case, one of another pack, and one whose stage is gone', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id } = await openCase(firm);
    const shorter = await install(firm, {
      path: ['awaiting_payment', 'in_review'],
      clocks: shipped.clocks.slice(1),
    });
    await call.applications.step({ id, step: { kind: 'submit' } });
    await shorter.done();
    const move = { id: packId, version: '2027.01', applicationIds: [id] };
    expect(await failureOf(resultOf(call.rules.moveApplications(move)))).toMatchObject({
      data: { reason: 'stage_gone' },
    });
    const [late] = await resultOf(call.rules.outdated({ packId }));
    expect(late?.touched[0]).toMatchObject({ canMove: false, changes: [{ kind: 'stage_gone' }] });
    const other = { id: 'wechat.mp.filing', version: '2026.11', applicationIds: [id] };
    expect(await failureOf(resultOf(call.rules.moveApplications(other)))).toMatchObject({
      data: { reason: 'other_pack' },
    });
    await call.applications.step({ id, step: { kind: 'withdraw' } });
    expect(await failureOf(resultOf(call.rules.moveApplications(move)))).toMatchObject({
      data: { reason: 'closed' },
    });
  });
});

describe('what the preview says of a case', () => {
  /** All that the case's page and the agenda tell, without on whose word. */
  async function standing({ call, backend }: TestBackend, id: string) {
    const { rail, clocks, items, counts, allowedSteps } = await call.applications.get({ id });
    const { findings } = await call.applications.preCheck({ id });
    const duties = backend.db.prepare('SELECT * FROM obligations ORDER BY id').all();
    const text = JSON.stringify(
      { rail, clocks, items, counts, allowedSteps, findings, duties },
      (key, value: unknown) => (['tag', 'source', 'asOf'].includes(key) ? undefined : value),
    );
    return JSON.parse(text) as unknown;
  }

  async function reviewed(firm: TestBackend) {
    const { id } = await openCase(firm);
    for (const kind of ['submit', 'authorise', 'pay'] as const)
      await firm.call.applications.step({ id, step: { kind } });
    return id;
  }

  test('that nothing changes is so after the move', async () => {
    const firm = openTestBackend();
    const id = await reviewed(firm);
    const before = await standing(firm, id);
    const newer = (text: string) => text.replaceAll('"asOf":"2018-11-15"', '"asOf":"2019-11-15"');
    const statements = shipped.statements.map((rule) => ({
      ...rule,
      text: { zh: '别的话', en: 'Other words' },
    }));
    const changed = JSON.parse(newer(JSON.stringify({ ...shipped, statements }))) as RulePack;
    const { preview, done } = await install(firm, { ...changed, version: '2027.01' }, [id]);
    expect(preview).toMatchObject({ touched: [], untouchedIds: [id] });
    await done();
    expect((await firm.call.applications.get({ id })).application.rulePackVersion).toBe('2027.01');
    expect(await standing(firm, id)).toEqual(before);
  });

  test('that somebody else is waited on is so too', async () => {
    const firm = openTestBackend();
    const id = await reviewed(firm);
    const stages = shipped.stages.map((rule) =>
      rule.stage === 'in_review' ? { ...rule, waitingOn: 'client' as const } : rule,
    );
    const { preview, done } = await install(firm, { stages }, [id]);
    expect(preview.touched).toMatchObject([
      { id, changes: [{ kind: 'stage_turn', stage: 'in_review', before: 'platform', after: 'client' }] },
    ]);
    await done();
    const { obligations } = await firm.call.applications.get({ id });
    expect(obligations).toMatchObject([{ kind: 'clock_review', waitingOn: 'client' }]);
  });
});

describe('a pack that was used', () => {
  test('stays while a case in the trash or a kept verdict goes by it', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id } = await openCase(firm);
    await (await install(firm, withPaper, [id])).done();
    await call.applications.step({ id, step: { kind: 'submit' } });
    await call.applications.trash({ id });
    const remove = call.rules.removePack({ id: packId, version: '2027.01' });
    expect(await failureOf(remove)).toMatchObject({ code: 'IN_USE' });
  });

  test('leaves a verdict whose facts have another shape unrepeated, and the page open', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    await firm.call.applications.step({ id, step: { kind: 'submit' } });
    firm.backend.db.prepare(`UPDATE judgements SET facts = '{}'`).run();
    expect((await firm.call.applications.get({ id })).judgements).toMatchObject([{ replays: null }]);
  });

  test('of a text that can no longer be read is stood in for by the newest', async () => {
    const folder = temporaryFolder();
    const firm = openTestBackend(folder);
    const { id } = await openCase(firm);
    firm.backend.db.prepare(`UPDATE applications SET rule_pack_sha256 = ?`).run('0'.repeat(64));
    firm.backend.db
      .prepare(`UPDATE rule_packs SET content = '{', sha256 = ? WHERE kind = 'rules'`)
      .run('0'.repeat(64));
    firm.backend.rules.invalidate();
    expect((await firm.call.applications.get({ id })).items.length).toBeGreaterThan(3);
  });
});

test('versions are ordered by their numbers, and new cases take the newest that is named so', async () => {
  const firm = openTestBackend();
  await (await install(firm, { version: '2027.01.9' })).done();
  const { preview, done } = await install(firm, { version: '2027.01.10' });
  expect(preview.standing).toBe('newer');
  await done();
  const { id } = await openCase(firm);
  expect((await firm.call.applications.get({ id })).application.rulePackVersion).toBe('2027.01.10');
  expect(await resultOf(firm.call.rules.outdated({}))).toEqual([]);
  const again = await install(firm, { version: '2027.01.9', title: { zh: '另一个', en: 'Another' } });
  expect(again.preview.standing).toBe('same_version');
});

describe('the firm’s overrides', () => {
  test('of a closed case stay as they were when it was closed', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id } = await openCase(firm);
    const fee = (amountFen: number) =>
      resultOf(
        call.rules.setOverride({
          author: '示例顾问',
          packId,
          change: { kind: 'fee', entityType: 'company', amountFen },
          reason: '试',
        }),
      );
    await fee(10_000);
    firm.setNow(sampleNowMs + 1000);
    await call.applications.step({ id, step: { kind: 'withdraw' } });
    firm.setNow(sampleNowMs + 2000);
    await fee(20_000);
    expect((await call.applications.get({ id })).platformFeeFen).toBe(10_000);
  });

  test('two papers of one kind stand beside each other', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id } = await openCase(firm);
    for (const title of ['甲表', '乙表']) {
      const change = { kind: 'paper', entityTypes: ['company'], documentKind: 'other', title } as const;
      await resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '本所要求' }));
    }
    const { items } = await call.applications.get({ id });
    const own = items.map(({ requirement }) => requirement).filter(({ tag }) => tag === 'F');
    expect(own.map(({ title }) => title.zh)).toEqual(expect.arrayContaining(['甲表', '乙表']));
  });
});

test('what ends an order early settles its attempt, and no term is granted that the rules do not know', async () => {
  const firm = openTestBackend();
  const { call } = firm;
  const { accountId } = await createSampleCase(call);
  const open = () => call.applications.create({ accountId, kind: 'filing' });
  const first = await open();
  for (const kind of ['submit', 'pre_approve'] as const) {
    await call.applications.step({ id: first.id, step: { kind } });
  }
  await call.applications.step({ id: first.id, step: { kind: 'fail', reasonText: '未回复短信' } });
  expect((await call.applications.get({ id: first.id })).attempts).toMatchObject([{ outcome: 'failed' }]);

  const second = await open();
  await call.applications.step({ id: second.id, step: { kind: 'submit' } });
  await call.applications.step({ id: second.id, step: { kind: 'withdraw' } });
  expect((await call.applications.get({ id: second.id })).attempts).toMatchObject([{ outcome: 'withdrawn' }]);

  const third = await open();
  for (const kind of ['submit', 'pre_approve', 'confirm'] as const) {
    await call.applications.step({ id: third.id, step: { kind } });
  }
  await call.applications.step({
    id: third.id,
    step: { kind: 'pass', certifiedUntil: calendarDate('2099-01-01') },
  });
  const { account, application } = await call.applications.get({ id: third.id });
  expect([application.stage, account.certifiedUntilOn]).toEqual(['passed', null]);
});

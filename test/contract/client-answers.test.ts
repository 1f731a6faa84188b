import { describe, expect, test } from 'vitest';
import { sha256Of } from '#backend/rules/rule-text.ts';
import type { LocalClient } from '#backend/router.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

async function factoringCase(call: LocalClient) {
  const { clientId, accountId } = await createSampleCase(call);
  await call.accounts.update({
    id: accountId,
    base: { category: null },
    changes: { category: '金融业-商业保理' },
  });
  await call.clients.update({
    id: clientId,
    base: { businessScope: null },
    changes: { businessScope: '商业保理' },
  });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { clientId, accountId, id };
}

const foreign = 'foreign_invested';
const permitFindings = async (call: LocalClient, id: string) =>
  (await call.applications.preCheck({ id })).findings
    .filter(({ place }) => place.at === 'category')
    .map(({ check }) => check);

describe('what a client answers to the questions of its categories', () => {
  test('is asked where a category of an account asks it, and decides the pre-check', async () => {
    const { call } = openTestBackend();
    const { clientId, id } = await factoringCase(call);
    const questions = async () => (await call.clients.get({ id: clientId })).questions;
    expect(await questions()).toMatchObject([
      { questionId: foreign, isYes: null, by: null, categories: [{ zh: '金融业-商业保理' }], tag: 'I' },
    ]);
    expect(await permitFindings(call, id)).toEqual(['permit_question']);
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: false });
    expect(await questions()).toMatchObject([{ questionId: foreign, isYes: false, by: 'client' }]);
    expect(await permitFindings(call, id)).toEqual([]);
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    expect(await permitFindings(call, id)).toEqual(['permit_missing']);
    const judged = () => call.applications.judgeCategories({ clientId, text: '商业保理' });
    expect((await judged()).matches).toMatchObject([{ verdict: { state: 'missing' } }]);
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: null });
    expect((await judged()).matches).toMatchObject([{ verdict: { state: 'question' } }]);
  });

  test('can be undone, step by step, and stands in the history', async () => {
    const { call, backend } = openTestBackend();
    const { clientId } = await factoringCase(call);
    const answer = async () => (await call.clients.get({ id: clientId })).questions[0]?.isYes;
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: false });
    await call.history.undo();
    expect(await answer()).toBe(true);
    await call.history.undo();
    expect(await answer()).toBeNull();
    await call.history.redo();
    expect(await answer()).toBe(true);
    const { history } = await call.clients.get({ id: clientId });
    expect(history.filter(({ table }) => table === 'client_answers').length).toBeGreaterThan(2);
    const same = await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    expect(same.changeId).toBeNull();
    const derived = () => backend.db.prepare('SELECT * FROM obligations ORDER BY id').all();
    const before = derived();
    recomputeAllObligations(backend);
    expect(derived()).toEqual(before);
  });

  test('may not contradict the kind of body, and what did before it changed is told', async () => {
    const { call } = openTestBackend();
    const { clientId } = await createSampleCase(call, { entityType: 'company' });
    await expect(
      call.clients.setAnswer({ clientId, questionId: 'school_is_public', isYes: true }),
    ).rejects.toMatchObject({ code: 'ANSWER_IMPLIED', data: { isYes: false, entityType: 'company' } });
    await expect(
      call.clients.setAnswer({ clientId, questionId: 'nothing', isYes: true }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      call.clients.setAnswer({ clientId: 'nobody', questionId: foreign, isYes: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    await call.clients.update({
      id: clientId,
      base: { entityType: 'company' },
      changes: { entityType: 'public_institution' },
    });
    expect((await call.clients.get({ id: clientId })).questions).toMatchObject([
      { questionId: foreign, isYes: false, by: 'entity_type', given: true },
    ]);
  });

  test('goes to the trash with the client and comes back with it', async () => {
    const { call, backend } = openTestBackend();
    const { clientId } = await factoringCase(call);
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    await call.clients.trash({ id: clientId });
    const live = () =>
      backend.db.prepare('SELECT count(*) AS n FROM client_answers WHERE deleted_at_ms IS NULL').get();
    expect(live()).toEqual({ n: 0 });
    await call.clients.restore({ id: clientId });
    expect(live()).toEqual({ n: 1 });
  });

  test('is kept with the verdict, which is given again from it whatever is answered later', async () => {
    const { call, backend } = openTestBackend();
    const { clientId, id } = await factoringCase(call);
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: true });
    await call.applications.step({ id, step: { kind: 'submit' } });
    await call.clients.setAnswer({ clientId, questionId: foreign, isYes: false });
    const kept = backend.db.prepare<[], { facts: string }>('SELECT facts FROM judgements').get();
    expect(JSON.parse(kept?.facts ?? '')).toMatchObject({ answers: { [foreign]: true } });
    expect((await call.applications.get({ id })).judgements).toMatchObject([{ replays: true }]);
  });

  test('leaves verdicts of a program that told what is asked for in Chinese only to be given again', async () => {
    const { call, backend } = openTestBackend();
    const { id } = await factoringCase(call);
    const { findings, matrix } = await call.applications.preCheck({ id });
    await call.applications.step({ id, step: { kind: 'submit' } });
    expect(findings.some(({ expected }) => typeof expected === 'object')).toBe(true);
    const former = findings.map((finding) =>
      typeof finding.expected === 'object' ? { ...finding, expected: finding.expected.zh } : finding,
    );
    const write = (verdict: unknown) =>
      backend.db.prepare('UPDATE judgements SET verdict_sha256 = ?').run(sha256Of(JSON.stringify(verdict)));
    write({ findings: former, matrix });
    expect((await call.applications.get({ id })).judgements).toMatchObject([{ replays: true }]);
    write({ findings: former.slice(1), matrix });
    expect((await call.applications.get({ id })).judgements).toMatchObject([{ replays: false }]);
  });
});

describe('a list of categories that is not for overseas subjects', () => {
  test('says so instead of calling the category unknown', async () => {
    const { call } = openTestBackend();
    const { clientId, accountId } = await createSampleCase(call);
    await call.accounts.update({
      id: accountId,
      base: { category: null },
      changes: { category: '食品饮料' },
    });
    await call.clients.update({
      id: clientId,
      base: { entityType: 'company' },
      changes: { entityType: 'overseas' },
    });
    expect(await call.applications.judgeCategories({ clientId, text: '食品饮料' })).toMatchObject({
      matches: [],
      unknown: [],
      unlisted: { id: 'list.overseas' },
    });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { findings } = await call.applications.preCheck({ id });
    expect(findings.filter(({ check }) => check === 'category_unknown')).toMatchObject([
      { text: { zh: expect.stringContaining('境外主体另有一份类目清单') as string }, found: '食品饮料' },
    ]);
  });
});

import path from 'node:path';
import { expect, test } from 'vitest';
import type { ApplicationStep } from '#shared/contract/applications.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import * as scans from '#test/support/scans.ts';
import { shippedPack } from '#test/unit/rules/shipped-packs.ts';
import { allOf } from '#test/support/streams.ts';

const hourMs = 3_600_000;

type Answer = Omit<Extract<ApplicationStep, { kind: 'return' }>, 'kind' | 'atMs'>;

/** An order that the platform sent back, by default for the administrator's ID, with the card that it saw. */
async function returnedCase(
  answer: Answer = { reasonCode: 'operator_id_wrong', reasonText: '身份信息有误' },
) {
  const opened = openTestBackend();
  const { backend, call } = opened;
  const { clientId, accountId } = await createSampleCase(call);
  const contact = {
    ...{ name: '样例甲', phone: null, email: null, wechat: null, idNumber: null, availableHours: null },
    ...{ isLegalRepresentative: true, isAdministrator: true, isFinance: false, answersCalls: true },
    leftOn: null,
  };
  await call.clients.saveContact({ clientId, id: null, contact });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  const card = async () => {
    const { items } = await call.applications.get({ id });
    const item = items.find(
      ({ requirement }) => requirement.requirementId === 'subject.administrator_id_card',
    );
    if (item === undefined) throw new Error('no card is asked for');
    return item;
  };
  const addSides = async (documentId: string | null, no: number) => {
    const folder = temporaryFolder();
    const files = await Promise.all(
      (['front', 'back'] as const).map(async (part, side) => ({
        token: backend.tokens.grant(
          scans.fileIn(folder, `${part}.png`, await scans.picture('png', no + side)),
        ),
        part,
      })),
    );
    const { id: itemId } = await card();
    await allOf(
      await call.documents.add({
        clientId,
        documentId,
        itemId,
        kind: 'id_card',
        validUntil: 'forever',
        files,
      }),
    );
  };
  const step = (kind: 'submit' | 'authorise' | 'pay') =>
    call.applications.step({ id, step: { kind, atMs: sampleNowMs + hourMs } });
  await addSides(null, 1);
  opened.setNow(sampleNowMs + 2 * hourMs);
  for (const kind of ['submit', 'authorise', 'pay'] as const) await step(kind);
  await call.applications.step({
    id,
    step: {
      kind: 'return',
      ...answer,
      atMs: sampleNowMs + 2 * hourMs,
    },
  });
  opened.setNow(sampleNowMs + 3 * hourMs);
  const unchanged = async () =>
    (await call.applications.preCheck({ id })).findings.filter(({ check }) => check === 'remedy_unchanged');
  return { ...opened, id, card, addSides, unchanged };
}

test('the paper that the platform saw does not answer its return; a newer file does', async () => {
  const { call, card, addSides, unchanged } = await returnedCase();
  expect((await card()).requirement).toMatchObject({ state: 'rejected', reason: { code: 'rejected' } });
  expect(await unchanged()).toMatchObject([
    {
      level: 'blocker',
      tag: 'V',
      found: '2026-09-22',
      place: { requirementId: 'subject.administrator_id_card' },
    },
  ]);
  await addSides((await card()).documents[0]?.id ?? null, 11);
  expect((await card()).requirement.state).toBe('satisfied');
  expect(await unchanged()).toEqual([]);
  await call.history.undo();
  expect((await card()).requirement.state).toBe('rejected');
});

test('the firm’s word after the return answers it, a remark does not', async () => {
  const { call, card, unchanged } = await returnedCase();
  const { id: itemId } = await card();
  await call.applications.setItemRemark({ itemId, remark: '已与客户核对' });
  expect(await unchanged()).toHaveLength(1);
  await call.applications.decideItem({ itemId, decision: 'confirmed' });
  expect((await card()).requirement.state).toBe('satisfied');
  expect(await unchanged()).toEqual([]);
});

test('once it is handed in again nothing is held against the paper', async () => {
  const { call, id, card } = await returnedCase();
  await call.applications.step({ id, step: { kind: 'resubmit' } });
  expect((await card()).requirement.state).toBe('satisfied');
});

test('the registry status of a client is stored with its day, and the pre-check goes by it', async () => {
  const { call } = openTestBackend();
  const { clientId, accountId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  const checks = async () => (await call.applications.preCheck({ id })).findings.map(({ check }) => check);
  const save = (changes: object) => call.clients.update({ id: clientId, base: {}, changes });
  expect(await checks()).toContain('standing_unchecked');
  await save({ standing: 'operating', standingCheckedOn: '2026-09-22' });
  expect(await checks()).not.toContain('standing_unchecked');
  await save({ standing: 'closed' });
  expect((await call.clients.get({ id: clientId })).client).toMatchObject({
    standing: 'closed',
    standingCheckedOn: '2026-09-22',
  });
  expect(await checks()).toContain('subject_closed');
  await call.history.undo();
  expect(await checks()).not.toContain('subject_closed');
});

test('the sample scans have colours', async () => {
  const { backend, call } = openTestBackend();
  const { clientId } = await createSampleCase(call);
  const folder = path.resolve(import.meta.dirname, '../../resources/sample/scans');
  const token = backend.tokens.grant(path.join(folder, '营业执照_栩禾餐饮.jpg'));
  await allOf(await call.documents.add({ clientId, kind: 'business_licence', files: [{ token }] }));
  const { documents } = await call.clients.get({ id: clientId });
  expect(documents[0]?.current[0]?.isGrey).toBe(false);
});

test('a copy without colours is known by its pixels', async () => {
  const { backend, call } = openTestBackend();
  const { clientId } = await createSampleCase(call);
  const grey = await scans.greyPicture();
  const token = backend.tokens.grant(scans.fileIn(temporaryFolder(), 'grey.jpg', grey));
  await allOf(await call.documents.add({ clientId, kind: 'business_licence', files: [{ token }] }));
  const { documents } = await call.clients.get({ id: clientId });
  expect(documents[0]?.current[0]?.isGrey).toBe(true);
});

test('a paper that the platform named needs a newer one, whatever the reason and whatever else came', async () => {
  const rejects = ['subject.administrator_id_card'];
  const { call, id, card, addSides, unchanged } = await returnedCase({ reasonText: '照片模糊', rejects });
  const finding = { place: { at: 'item', requirementId: 'subject.administrator_id_card' } };
  expect((await card()).requirement).toMatchObject({ state: 'rejected', reason: { code: 'rejected' } });
  expect(await unchanged()).toMatchObject([finding]);
  await addSides((await card()).documents[0]?.id ?? null, 11);
  expect(await unchanged()).toEqual([]);
  expect((await card()).requirement.state).toBe('satisfied');
  expect((await call.applications.get({ id })).attempts.at(-1)?.rejects).toEqual(rejects);
});

test('a reason that may be about any paper is about the named one', async () => {
  const { unchanged } = await returnedCase({
    reasonCode: 'document_unclear',
    reasonText: '不清晰',
    rejects: ['subject.administrator_id_card'],
  });
  expect((await unchanged()).map(({ place }) => place.at)).toEqual(['item']);
  const { returnReasons } = shippedPack('wechat.mp.certification');
  expect(returnReasons.find(({ code }) => code === 'document_unclear')?.rejects).toBe('any');
});

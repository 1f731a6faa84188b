import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { knownBy } from '#test/support/known-by.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { packId, packFile, chosen, nextVersion, openCase } from '#test/support/rule-files.ts';

describe('a new version of a pack', () => {
  test('tells what differs and whom it touches before it is taken in', async () => {
    const firm = openTestBackend();
    const { id, number } = await openCase(firm);
    const preview = await resultOf(firm.call.rules.previewPack({ file: packFile(firm, nextVersion) }));
    if (!preview.ok) throw new Error(JSON.stringify(preview.faults));
    expect(preview).toMatchObject({ standing: 'newer', comparedWith: certificationPack.version });
    expect(preview.differences.map(({ place, kind }) => `${kind} ${place}`)).toEqual(
      expect.arrayContaining([
        'changed clocks.review',
        'changed fees.company',
        'added requirements.company.subject.added',
      ]),
    );
    expect(preview.touched).toMatchObject([{ id, number, fromVersion: certificationPack.version }]);
    expect(preview.touched[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'paper_added', id: 'subject.added' }),
        { kind: 'fee', beforeFen: 30_000, afterFen: 60_000 },
        expect.objectContaining({ kind: 'clock', clockId: 'review' }),
        expect.objectContaining({ kind: 'finding_added', check: 'paper_missing' }),
      ]),
    );
    expect(await firm.call.rules.list()).toHaveLength(firm.backend.rules.all.length);
    expect((await firm.call.applications.get({ id })).platformFeeFen).toBe(30_000);
  });

  test('moves the chosen applications, serves new ones, and is taken back by one undo', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    const before = JSON.stringify(await firm.call.applications.preCheck({ id }));
    const file = packFile(firm, nextVersion);
    const preview = await resultOf(firm.call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    await resultOf(firm.call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [id] }));
    const moved = await firm.call.applications.get({ id });
    expect(moved.application).toMatchObject({ rulePackVersion: '2027.01' });
    expect(moved.items.map(({ requirement }) => requirement.requirementId)).toContain('subject.added');
    const second = await createSampleCase(firm.call, { name: '示例栩禾餐饮有限公司', serial: '1' });
    const opened = await firm.call.applications.create({
      accountId: second.accountId,
      kind: 'first_certification',
    });
    expect((await firm.call.applications.get({ id: opened.id })).platformFeeFen).toBe(60_000);

    await firm.call.history.undo();
    await firm.call.history.undo();
    await firm.call.history.undo();
    await firm.call.history.undo();
    expect((await firm.call.applications.get({ id })).application.rulePackVersion).toBe(
      certificationPack.version,
    );
    expect(JSON.stringify(await firm.call.applications.preCheck({ id }))).toBe(before);
    expect((await firm.call.rules.list()).map(({ version }) => version)).not.toContain('2027.01');
  });

  test('leaves those behind that were not chosen, and lists them until they follow', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    const file = packFile(firm, nextVersion);
    const preview = await resultOf(firm.call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    await resultOf(firm.call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [] }));
    expect((await firm.call.applications.get({ id })).application.rulePackVersion).toBe(
      certificationPack.version,
    );
    const [late] = await resultOf(firm.call.rules.outdated());
    expect(late).toMatchObject({ packId, version: '2027.01', touched: [{ id }] });
    await resultOf(
      firm.call.rules.moveApplications({ id: packId, version: '2027.01', applicationIds: [id] }),
    );
    expect(await resultOf(firm.call.rules.outdated())).toEqual([]);
    const failure = await failureOf(firm.call.rules.removePack({ id: packId, version: '2027.01' }));
    expect(failure).toMatchObject({ code: 'IN_USE', data: { count: 1 } });
  });

  test.each<[string, string, Partial<RulePack> | string]>([
    ['is not JSON', '', '{ "id": '],
    [
      'says a thing twice',
      'refills.max',
      knownBy(certificationPack).replace('"refills":{', '"refills":{"max":30,'),
    ],
    [
      'was compared on a day to come',
      'asOf',
      knownBy({ ...certificationPack, version: '2027.01' }, '2026-09-23'),
    ],
    ['decides under another name what a pack decides already', 'id', { id: 'other.pack' }],
    ['lacks a part', 'clocks', JSON.stringify({ ...certificationPack, clocks: undefined })],
    ['points nowhere', 'requirements', { uploadProfiles: certificationPack.uploadProfiles.slice(0, 0) }],
    [
      'names the firm as a source of trust',
      'refills',
      { refills: { ...certificationPack.refills, tag: 'F' } },
    ],
  ])('is refused with its place when it %s', async (_, place, content) => {
    const firm = openTestBackend();
    const file =
      typeof content === 'string' ? chosen(firm.backend, 'x.json', content) : packFile(firm, content);
    const preview = await resultOf(firm.call.rules.previewPack({ file }));
    if (preview.ok) throw new Error('it was taken for sound');
    expect(preview.faults.some((fault) => fault.place.startsWith(place))).toBe(true);
    expect(firm.backend.db.prepare('SELECT count(*) AS n FROM rule_packs').get()).toEqual({ n: 0 });
  });

  test('is not taken in when the file changed after the look, or is there already', async () => {
    const firm = openTestBackend();
    const file = packFile(firm, nextVersion);
    const sha256 = '0'.repeat(64);
    expect(
      await failureOf(resultOf(firm.call.rules.installPack({ file, sha256, applicationIds: [] }))),
    ).toMatchObject({
      code: 'STALE',
    });
    const same = packFile(firm, { title: { zh: '别的标题', en: 'Another title' } });
    const preview = await resultOf(firm.call.rules.previewPack({ file: same }));
    if (!preview.ok) throw new Error('faulty');
    expect(preview.standing).toBe('same_version');
    const refusal = resultOf(
      firm.call.rules.installPack({
        file: same,
        sha256: preview.head.sha256,
        applicationIds: [],
      }),
    );
    expect(await failureOf(refusal)).toMatchObject({ data: { reason: 'same_version' } });
  });
});

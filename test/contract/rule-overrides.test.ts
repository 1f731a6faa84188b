import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { packId, hourMs, packFile, nextVersion, openCase } from '#test/support/rule-files.ts';

describe('the firm’s overrides', () => {
  test('lie on top of every version, with author, day and reason, and can be taken away', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const consultant = { name: '示例顾问', phone: null, email: null, weeklyCapacity: null };
    const { id: consultantId } = await call.consultants.save({ id: null, consultant });
    await call.settings.set({ consultantId });
    const { id } = await openCase(firm);
    const change = { kind: 'fee', entityType: 'company', amountFen: 45_000 } as const;
    expect(await resultOf(call.rules.previewOverride({ packId, change }))).toMatchObject([
      { id, changes: [{ kind: 'fee', beforeFen: 30_000, afterFen: 45_000 }] },
    ]);
    await resultOf(call.rules.setOverride({ packId, change, reason: '平台本月调价' }));
    expect((await call.applications.get({ id })).platformFeeFen).toBe(45_000);
    expect(await call.rules.overrides()).toMatchObject([
      { author: '示例顾问', reason: '平台本月调价', base: 30_000, applies: true, atMs: sampleNowMs },
    ]);

    const file = packFile(firm, nextVersion);
    const preview = await resultOf(call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    expect(preview.touched[0]?.changes.some(({ kind }) => kind === 'fee')).toBe(false);
    await resultOf(call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [id] }));
    expect((await call.applications.get({ id })).platformFeeFen).toBe(45_000);
    const [row] = await call.rules.overrides();
    expect(row).toMatchObject({ base: 60_000 });
    await resultOf(call.rules.removeOverride({ id: row?.id ?? '' }));
    expect((await call.applications.get({ id })).platformFeeFen).toBe(60_000);
    await call.history.undo();
    expect((await call.applications.get({ id })).platformFeeFen).toBe(45_000);
  });

  test('of a clock move its deadline, also in the agenda; of a paper ask for it', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id } = await openCase(firm);
    for (const kind of ['submit', 'authorise', 'pay'] as const)
      await call.applications.step({ id, step: { kind } });
    const endOf = async () =>
      (await call.applications.get({ id })).obligations.find(({ kind }) => kind === 'clock_review')?.legalOn;
    const before = await endOf();
    const clock = { kind: 'clock', clockId: 'review', total: 5 } as const;
    await resultOf(call.rules.setOverride({ author: '示例顾问', packId, change: clock, reason: '近来更快' }));
    expect([before, await endOf()]).toEqual(['2026-10-20', '2026-09-30']);
    const paper = {
      kind: 'paper',
      entityTypes: ['company'],
      documentKind: 'shareholding_proof',
      title: '股权结构图',
    } as const;
    await resultOf(
      call.rules.setOverride({ author: '示例顾问', packId, change: paper, reason: '客户有多层股东' }),
    );
    const items = (await call.applications.get({ id })).items.map(({ requirement }) => requirement);
    expect(items.find(({ tag }) => tag === 'F')).toMatchObject({ state: 'missing', blocks: true });
    await call.history.undo();
    await call.history.undo();
    expect(await endOf()).toBe(before);
  });

  test('are refused with the field that is wrong, and nothing is written', async () => {
    const { call, backend } = openTestBackend();
    const set = (change: OverrideChange) =>
      resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '试' }));
    const paper = { kind: 'paper', entityTypes: ['company'], title: '副本' } as const;
    const wrong: [OverrideChange, object][] = [
      [
        { kind: 'fee', entityType: 'company', amountFen: 30_000 },
        { code: 'OVERRIDE_SAME_AS_PACK', data: { field: 'amountFen', value: 30_000 } },
      ],
      [
        { kind: 'fee', entityType: 'company', amountFen: 100_000_001 },
        { code: 'OVERRIDE_OUT_OF_RANGE', data: { field: 'amountFen', max: 100_000_000 } },
      ],
      [
        { kind: 'clock', clockId: 'refill', total: -3 },
        { code: 'OVERRIDE_OUT_OF_RANGE', data: { field: 'total', min: 1, max: 3650 } },
      ],
      [
        { ...paper, documentKind: 'business_licence' },
        { code: 'OVERRIDE_PAPER_ASKED', data: { field: 'documentKind', entityTypes: ['company'] } },
      ],
    ];
    for (const [change, refusal] of wrong) expect(await failureOf(set(change))).toMatchObject(refusal);
    await set({ ...paper, documentKind: 'shareholding_proof' });
    expect(
      await failureOf(set({ ...paper, documentKind: 'shareholding_proof', title: '另一个名称' })),
    ).toMatchObject({
      code: 'OVERRIDE_PAPER_DOUBLED',
      data: { title: '副本' },
    });
    expect(backend.rules.history).toHaveLength(1);
  });

  test('can be edited: value, reason, author and day at once, taken back by one undo', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id: caseId } = await openCase(firm);
    const paper = { kind: 'paper', entityTypes: ['company'], documentKind: 'other', title: '甲表' } as const;
    const { id } = await resultOf(
      call.rules.setOverride({ author: '示例前任', packId, change: paper, reason: '试' }),
    );
    const consultant = { name: '示例顾问', phone: null, email: null, weeklyCapacity: null };
    const { id: consultantId } = await call.consultants.save({ id: null, consultant });
    await call.settings.set({ consultantId });
    firm.setNow(sampleNowMs + hourMs);
    const change = { ...paper, title: '乙表' };
    const input = { packId, change, replaces: id };
    const itemId = `${caseId}.firm.other.甲表`;
    await call.applications.setItemRemark({ itemId, remark: '已催' });
    const kinds = (await resultOf(call.rules.previewOverride(input))).flatMap(({ changes }) =>
      changes.map(({ kind }) => kind),
    );
    expect(kinds).not.toContain('paper_dropped');
    const edited = await resultOf(
      call.rules.setOverride({ author: '示例顾问', ...input, reason: '换了一张' }),
    );
    expect(await call.rules.overrides()).toMatchObject([
      { id: edited.id, change, reason: '换了一张', author: '示例顾问', atMs: sampleNowMs + hourMs },
    ]);
    // Under its new name it is the same line, with what was said of it.
    const lines = (await call.applications.get({ id: caseId })).items;
    expect(lines.find((item) => item.id === itemId)).toMatchObject({ remark: '已催' });
    const own = async () =>
      (await call.applications.get({ id: caseId })).items
        .filter(({ requirement }) => requirement.tag === 'F')
        .map(({ requirement }) => requirement.title.zh);
    expect(await own()).toEqual(['乙表']);
    expect(
      await failureOf(resultOf(call.rules.setOverride({ author: '示例顾问', ...input, reason: '晚了' }))),
    ).toMatchObject({
      code: 'STALE',
    });
    await call.history.undo();
    expect(await call.rules.overrides()).toMatchObject([{ id, change: paper, reason: '试', author: '示例前任' }]);
    expect(await own()).toEqual(['甲表']);
  });

  test('say that a new version has come to say the same', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const change = { kind: 'clock', clockId: 'review', total: 20 } as const;
    await resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '近来更慢' }));
    expect(await call.rules.overrides()).toMatchObject([{ sameAsPack: false, base: 15 }]);
    const file = packFile(firm, nextVersion);
    const preview = await resultOf(call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    await resultOf(call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [] }));
    expect(await call.rules.overrides()).toMatchObject([{ sameAsPack: true, base: 20 }]);
  });

  test('of a clock leave the pack’s word on its end', async () => {
    const { call } = openTestBackend();
    const change = { kind: 'clock', clockId: 'refill', total: 20 } as const;
    await resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '留余量' }));
    const { pack } = await call.rules.get({ id: packId });
    expect(pack.clocks.find(({ id }) => id === 'refill')).toMatchObject({
      total: 20,
      tag: 'V',
      source: certificationPack.clocks.find(({ id }) => id === 'refill')?.source ?? [],
      firm: { tag: 'F', packTotal: 30, reason: { zh: '留余量' } },
    });
  });

  test('have somebody who stands for them', async () => {
    const { call } = openTestBackend();
    const change = { kind: 'fee', entityType: 'company', amountFen: 45_000 } as const;
    const lay = (author: string | null) =>
      resultOf(call.rules.setOverride({ packId, change, reason: '试', author }));
    expect(await failureOf(lay(null))).toMatchObject({ code: 'AUTHOR_NEEDED' });
    expect(await call.rules.overrides()).toEqual([]);
    await lay('示例顾问');
    expect(await call.rules.overrides()).toMatchObject([{ author: '示例顾问' }]);
  });

  test('make a published clock longer only when that is meant; a shorter one needs no word', async () => {
    const { call } = openTestBackend();
    const lay = (total: number, sure: boolean) => {
      const change = { kind: 'clock', clockId: 'refill', total } as const;
      const input = { packId, change, reason: '试', author: '示例顾问', sure };
      return resultOf(call.rules.setOverride(input));
    };
    expect(await failureOf(lay(60, false))).toMatchObject({
      code: 'OVERRIDE_LONGER',
      data: { field: 'total', value: 60, published: 30 },
    });
    await lay(20, false);
    expect(await failureOf(lay(31, false))).toMatchObject({ code: 'OVERRIDE_LONGER' });
    await lay(60, true);
    expect(await call.rules.overrides()).toMatchObject([{ change: { total: 60 } }]);
  });

  test('have no place for a clock that the pack does not know', async () => {
    const { call } = openTestBackend();
    const change = { kind: 'clock', clockId: 'pre_review', total: 5 } as const;
    expect(
      await failureOf(resultOf(call.rules.setOverride({ author: '示例顾问', packId, change, reason: '试' }))),
    ).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      data: { reason: 'no_place' },
    });
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resultOf } from '#shared/contract/work.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { knownBy } from '#test/support/known-by.ts';
import { createSampleCase } from '#test/support/sample-case.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const packId = certificationPack.id;
const hourMs = 3_600_000;

/** The shipped pack with changes, as a file that the user has chosen. */
function packFile({ backend }: TestBackend, changes: Partial<RulePack>): string {
  return chosen(backend, 'pack.json', knownBy({ ...certificationPack, ...changes }));
}

function chosen(backend: TestBackend['backend'], name: string, content: string): string {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, content);
  return backend.tokens.grant(file, undefined, 'read');
}

/** The next version: a longer review, a dearer order, one paper more for companies. */
const nextVersion: Partial<RulePack> = {
  version: '2027.01',
  clocks: certificationPack.clocks.map((clock) => (clock.id === 'review' ? { ...clock, total: 20 } : clock)),
  fees: certificationPack.fees.map((fee) =>
    fee.entityTypes.includes('company') ? { ...fee, amountFen: 60_000 } : fee,
  ),
  requirements: certificationPack.requirements.map((set) => {
    const [first, ...others] = set.groups;
    if (set.entityType !== 'company' || first === undefined) return set;
    const paper = certificationPack.returnReasons.flatMap(({ remedyDocuments }) => remedyDocuments)[0];
    if (paper === undefined) throw new Error('no paper to add');
    const added = { ...paper, id: 'subject.added', needed: 'required' as const };
    return {
      ...set,
      groups: [{ ...first, formula: { op: 'all_of' as const, parts: [first.formula, added] } }, ...others],
    };
  }),
};

async function openCase({ call }: TestBackend) {
  const { accountId, clientId } = await createSampleCase(call);
  const { id, number } = await call.applications.create({ accountId, kind: 'first_certification' });
  return { id, number, clientId };
}

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
    await resultOf(call.rules.setOverride({ packId, change: clock, reason: '近来更快' }));
    expect([before, await endOf()]).toEqual(['2026-10-20', '2026-09-30']);
    const paper = {
      kind: 'paper',
      entityTypes: ['company'],
      documentKind: 'shareholding_proof',
      title: '股权结构图',
    } as const;
    await resultOf(call.rules.setOverride({ packId, change: paper, reason: '客户有多层股东' }));
    const items = (await call.applications.get({ id })).items.map(({ requirement }) => requirement);
    expect(items.find(({ tag }) => tag === 'F')).toMatchObject({ state: 'missing', blocks: true });
    await call.history.undo();
    await call.history.undo();
    expect(await endOf()).toBe(before);
  });

  test('are refused with the field that is wrong, and nothing is written', async () => {
    const { call, backend } = openTestBackend();
    const set = (change: OverrideChange) =>
      resultOf(call.rules.setOverride({ packId, change, reason: '试' }));
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
    const { id } = await resultOf(call.rules.setOverride({ packId, change: paper, reason: '试' }));
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
    const edited = await resultOf(call.rules.setOverride({ ...input, reason: '换了一张' }));
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
    expect(await failureOf(resultOf(call.rules.setOverride({ ...input, reason: '晚了' })))).toMatchObject({
      code: 'STALE',
    });
    await call.history.undo();
    expect(await call.rules.overrides()).toMatchObject([{ id, change: paper, reason: '试', author: null }]);
    expect(await own()).toEqual(['甲表']);
  });

  test('say that a new version has come to say the same', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const change = { kind: 'clock', clockId: 'review', total: 20 } as const;
    await resultOf(call.rules.setOverride({ packId, change, reason: '近来更慢' }));
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
    await resultOf(call.rules.setOverride({ packId, change, reason: '留余量' }));
    const { pack } = await call.rules.get({ id: packId });
    expect(pack.clocks.find(({ id }) => id === 'refill')).toMatchObject({
      total: 20,
      tag: 'V',
      source: certificationPack.clocks.find(({ id }) => id === 'refill')?.source ?? [],
      firm: { tag: 'F', packTotal: 30, reason: { zh: '留余量' } },
    });
  });

  test('have no place for a clock that the pack does not know', async () => {
    const { call } = openTestBackend();
    const change = { kind: 'clock', clockId: 'pre_review', total: 5 } as const;
    expect(await failureOf(resultOf(call.rules.setOverride({ packId, change, reason: '试' })))).toMatchObject(
      {
        code: 'ACTION_NOT_ALLOWED',
        data: { reason: 'no_place' },
      },
    );
  });
});

describe('a kept verdict', () => {
  test('is given again from its own facts and rules, byte for byte, whatever has changed since', async () => {
    const firm = openTestBackend();
    const { call } = firm;
    const { id, clientId } = await openCase(firm);
    await call.applications.step({ id, step: { kind: 'submit' } });
    firm.setNow(sampleNowMs + hourMs);
    const change = { kind: 'fee', entityType: 'company', amountFen: 1 } as const;
    await resultOf(call.rules.setOverride({ packId, change, reason: '试' }));
    const file = packFile(firm, nextVersion);
    const preview = await resultOf(call.rules.previewPack({ file }));
    if (!preview.ok) throw new Error('faulty');
    await resultOf(call.rules.installPack({ file, sha256: preview.head.sha256, applicationIds: [id] }));
    const bankAccount = {
      kind: 'basic',
      holderName: '示例别家',
      bankName: null,
      accountNumber: null,
    } as const;
    await call.clients.saveBankAccount({ clientId, id: null, bankAccount });
    const { judgements } = await call.applications.get({ id });
    expect(judgements).toMatchObject([
      { version: certificationPack.version, replays: true, overrideCount: 0, atMs: sampleNowMs },
    ]);
    const now = await call.applications.preCheck({ id });
    expect(now.findings.filter(({ level }) => level === 'blocker').length).toBeGreaterThan(
      judgements[0]?.blockerCount ?? 0,
    );
  });

  test('that was tampered with no longer repeats itself', async () => {
    const firm = openTestBackend();
    const { id } = await openCase(firm);
    await firm.call.applications.step({ id, step: { kind: 'submit' } });
    const { facts } = firm.backend.db
      .prepare<[], { facts: string }>('SELECT facts FROM judgements')
      .get() ?? { facts: '' };
    const edited = facts
      .replace('示例归樾家居用品有限公司', '示例归越家居用品有限公司')
      .replace('"items":[{', '"items":[],"was":[{');
    firm.backend.db.prepare('UPDATE judgements SET facts = ?').run(edited);
    expect((await firm.call.applications.get({ id })).judgements).toMatchObject([{ replays: false }]);
  });
});

describe('a holiday year', () => {
  const year2027 = {
    holidays: { '2027-01-01': "New Year's Day,元旦,1", '2027-02-08': 'Spring Festival,春节,4' },
    workdays: { '2027-02-07': 'Spring Festival,春节,4' },
  };

  test('is shown before it is taken in, moves deadlines, and is taken back', async () => {
    const firm = openTestBackend(undefined, Date.parse('2026-12-31T09:00:00+08:00'));
    const { call } = firm;
    const { id } = await openCase(firm);
    for (const kind of ['submit', 'authorise', 'pay'] as const)
      await call.applications.step({ id, step: { kind } });
    const end = async () => (await call.applications.get({ id })).running?.clock;
    expect(await end()).toMatchObject({ provisional: true, legalOn: '2027-01-21' });
    const file = chosen(firm.backend, '2027.json', JSON.stringify(year2027));
    const preview = await call.rules.previewHolidays({ file });
    if (!preview.ok) throw new Error(JSON.stringify(preview.faults));
    expect(preview).toMatchObject({ year: 2027, replaces: 'nothing', workingDays: 260 });
    await call.rules.installHolidays({ file, sha256: preview.sha256 });
    expect(await end()).toMatchObject({ provisional: false, legalOn: '2027-01-22' });
    expect((await call.rules.holidayYears()).at(-1)).toMatchObject({ year: 2027, origin: 'imported' });
    await call.rules.removeHolidays({ year: 2027 });
    expect(await end()).toMatchObject({ provisional: true });
    await call.history.undo();
    expect(await end()).toMatchObject({ provisional: false });
  });

  test('that names a day twice is refused with the day', async () => {
    const firm = openTestBackend();
    const text = '{"holidays":{"2027-01-01":"元旦","2027-01-01":"补休"},"workdays":{}}';
    const preview = await firm.call.rules.previewHolidays({ file: chosen(firm.backend, '2027.json', text) });
    expect(preview).toMatchObject({
      ok: false,
      faults: [{ code: 'written_twice', at: 'holidays.2027-01-01' }],
    });
  });

  test.each([
    ['holidays.2027-02-30', { holidays: { '2027-02-30': '春节' }, workdays: {} }],
    ['workdays.2027-02-08', { holidays: { '2027-01-01': '元旦' }, workdays: { '2027-02-08': '春节' } }],
    ['holidays', { holidays: {}, workdays: {} }],
    ['holidays.2027-01-01', { holidays: { '2027-01-01': '' }, workdays: {} }],
    ['', []],
  ])('with a fault at %s is refused with that place', async (at, content) => {
    const { backend, call } = openTestBackend();
    const file = chosen(backend, '2027.json', JSON.stringify(content));
    const preview = await call.rules.previewHolidays({ file });
    if (preview.ok) throw new Error('it was taken for sound');
    expect(preview.faults.map((fault) => fault.at)).toContain(at);
  });
});

import { describe, expect, it } from 'vitest';
import { codeOf } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { openTray } from '#test/support/tray.ts';

const front = ['姓名 示例乙', '性别 男 民族 汉', '住址 云汀市', '公民身份号码 330199199206081011'];
const back = ['中华人民共和国', '居民身份证', '签发机关 云汀市公安局'];

const sidesOf = ({
  papers,
}: Awaited<ReturnType<Awaited<ReturnType<typeof openTray>>['call']['intake']['get']>>) =>
  papers.map(({ otherSide }) => otherSide && [otherSide.side, otherSide.sign]);

describe('two sides of one card that came as two files', () => {
  it('are offered and stay two until somebody joins them: one paper, front first, one undo', async () => {
    const { call, take, picture, fileAll, seen } = await openTray();
    await take(await picture('示例乙反面.png', 1), await picture('示例乙正面.png', 2));
    const before = await call.intake.get();
    expect(before.papers.map(({ kind, isSeen }) => [kind, isSeen])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(sidesOf(before)).toEqual([
      ['back', 'name'],
      ['front', 'name'],
    ]);
    const [backId, frontId] = before.papers.map(({ id }) => id);
    expect(before.papers[0]?.otherSide?.paperId).toBe(frontId);
    const move = { kind: 'sides', front: frontId ?? '', back: backId ?? '' } as const;
    const { changeId } = await call.intake.arrange({ move });
    const { papers, pages } = await call.intake.get();
    expect(papers).toMatchObject([{ id: frontId, kind: 'id_card', otherSide: null }]);
    expect(pages.map(({ part, position }) => [part, position])).toEqual([
      ['back', 1],
      ['front', 0],
    ]);
    await seen(frontId ?? '', { kind: 'id_card', title: '身份证' });
    expect(await fileAll(frontId ?? '')).toMatchObject({ filedCount: 1 });
    const [paper] = (await call.documents.list({})).rows;
    expect(paper?.current.map(({ part, originalName }) => [part, originalName])).toEqual([
      ['front', '示例乙正面.png'],
      ['back', '示例乙反面.png'],
    ]);
    await call.history.undo({});
    await call.history.undo({});
    await call.history.undo({ changeId: changeId ?? '' });
    expect(await call.intake.get()).toEqual(before);
  });

  it('are refused of two clients, and of a kind that has one side', async () => {
    const { call, take, picture, clientId } = await openTray();
    await take(await picture('身份证_1.png', 1), await picture('身份证_2.png', 2));
    const [one = '', two = ''] = (await call.intake.get()).papers.map(({ id }) => id);
    const join = () => codeOf(call.intake.arrange({ move: { kind: 'sides', front: one, back: two } }));
    const { id: other } = await call.clients.create({ name: '示例白露', entityType: 'company' });
    await call.intake.describe({ ids: [one], base: {}, changes: { clientId } });
    await call.intake.describe({ ids: [two], base: {}, changes: { clientId: other } });
    expect(await join()).toBe('SIDES_UNFIT');
    await call.intake.describe({ ids: [two], base: {}, changes: { clientId, kind: 'business_licence' } });
    expect(await join()).toBe('SIDES_UNFIT');
    expect((await call.intake.get()).papers).toHaveLength(2);
  });

  it('keep what was said of the back alone', async () => {
    const { call, take, picture, clientId } = await openTray();
    await take(await picture('身份证_1.png', 1), await picture('身份证_2.png', 2));
    const { papers } = await call.intake.get();
    const [one, two] = papers.map(({ id }) => id);
    const changes = { clientId, validUntil: 'forever' as const, title: '乙的身份证' };
    await call.intake.describe({ ids: [two ?? ''], base: {}, changes });
    expect(sidesOf(await call.intake.get())).toEqual([
      ['front', 'name'],
      ['back', 'name'],
    ]);
    await call.intake.arrange({ move: { kind: 'sides', front: one ?? '', back: two ?? '' } });
    expect((await call.intake.get()).papers).toMatchObject([{ id: one, ...changes }]);
  });

  it('are offered as they are read, with the same client, and not while two cards lie there', async () => {
    const { call, take, file, clientId } = await openTray();
    await take(file('a.pdf', scans.pdfSaying([front])), file('b.pdf', scans.pdfSaying([back])));
    const { papers } = await call.intake.get();
    expect(sidesOf({ ...(await call.intake.get()) })).toEqual([null, null]);
    for (const { id } of papers) await call.intake.describe({ ids: [id], base: {}, changes: { clientId } });
    expect(sidesOf(await call.intake.get())).toEqual([
      ['front', 'reading'],
      ['back', 'reading'],
    ]);
    await take(file('c.pdf', scans.pdfSaying([[...front, '另一张']])));
    const third = (await call.intake.get()).papers[2]?.id ?? '';
    await call.intake.describe({ ids: [third], base: {}, changes: { clientId } });
    expect(sidesOf(await call.intake.get())).toEqual([null, null, null]);
  });

  it('are not joined with what is not there, and a piece not with itself', async () => {
    const { call, take, picture } = await openTray();
    await take(await picture('示例乙正面.png', 1));
    const before = await call.intake.get();
    const id = before.papers[0]?.id ?? '';
    const join = (other: string) => call.intake.arrange({ move: { kind: 'sides', front: id, back: other } });
    expect(await codeOf(join('nothing'))).toBe('NOT_FOUND');
    await join(id);
    expect(await call.intake.get()).toEqual(before);
  });
});

describe('the people of a client', () => {
  it('tell whose a file is by their names in its name, and by the number on the card', async () => {
    const { call, take, file, picture, clientId } = await openTray();
    const other = await call.clients.create({
      name: '示例半山面包坊',
      entityType: 'sole_trader',
      legalRepresentative: '示例丁',
    });
    await take(
      await picture('身份证正面_示例丁.png', 1),
      await picture('示例乙身份证.png', 2),
      file('c.pdf', scans.pdfSaying([front])),
    );
    const guesses = async () =>
      (await call.intake.get()).papers.map(({ clientGuesses: [guess] }) =>
        guess === undefined ? null : [guess.clientId, guess.sign, guess.personName, guess.share < 0.8],
      );
    expect(await guesses()).toEqual([[other.id, 'person', '示例丁', true], null, null]);
    await call.clients.saveContact({
      ...{ clientId, id: null },
      contact: {
        ...{ name: '示例乙', idNumber: '330199199206081011', phone: null, email: null, wechat: null },
        ...{ isLegalRepresentative: false, isAdministrator: false, isFinance: false, answersCalls: false },
        ...{ availableHours: null, leftOn: null },
      },
    });
    expect(await guesses()).toEqual([
      [other.id, 'person', '示例丁', true],
      [clientId, 'person', '示例乙', true],
      [clientId, 'id_number', '示例乙', false],
    ]);
  });

  it('are told apart: what the page says comes first, and the name of the file is said to mean another', async () => {
    const { call, take, file, clientId } = await openTray();
    const other = await call.clients.create({ name: '示例半山面包坊', entityType: 'sole_trader' });
    await take(
      file('示例半山面包坊 授权书.pdf', scans.pdfSaying([['授权委托书', '委托人：示例青禾商贸有限公司']])),
    );
    const [paper] = (await call.intake.get()).papers;
    // Two whole names are as likely as each other, that on the page is told first.
    expect(paper?.clientGuesses).toMatchObject([
      { clientId, sign: 'name', isInName: false },
      { clientId: other.id, sign: 'name_of_file', isInName: true },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import {
  createDuplicateIndex,
  duplicateGroups,
  duplicateLinks,
  pairKey,
} from '#shared/domain/duplicate-clients.ts';
import type { ClientMarks } from '#shared/domain/duplicate-clients.ts';
import { nameKey } from '#shared/domain/name-key.ts';

const marks = (clientId: string, own: Partial<ClientMarks> = {}): ClientMarks => ({
  clientId,
  nameKeys: [clientId],
  codes: [],
  appIds: [],
  originalIds: [],
  ...own,
});
const code = makeCreditCode('91440399MAXA00014');
/** The same body under the code of another area, and one whose part for the body fails its check. */
const moved = makeCreditCode('91110000MAXA00014');
const [unsound, unsoundToo] = [makeCreditCode('91440399MAXA00010'), makeCreditCode('91110000MAXA00010')];

const kindsOf = (...clients: readonly ClientMarks[]): string[][] =>
  duplicateLinks(clients).map(({ reasons }) => reasons.map(({ kind }) => kind));

describe('two clients may be one', () => {
  it.each<[string, Partial<ClientMarks>, Partial<ClientMarks>, string[]]>([
    [
      'one code, written otherwise',
      { codes: [code] },
      { codes: [` ９1${code.slice(2).toLowerCase()}`] },
      ['same_code'],
    ],
    ['an organisation code', { codes: ['MAXA0001-4'] }, { codes: [code] }, ['code_within']],
    ['a number of the tax register', { codes: [code] }, { codes: ['440399MAXA00014'] }, ['code_within']],
    ['an area that differs', { codes: [code] }, { codes: [moved] }, ['same_organisation']],
    ['an AppID', { appIds: ['wechat wx1'] }, { appIds: ['wechat wx1'] }, ['same_app_id']],
    ['an original id', { originalIds: ['gh_1'] }, { originalIds: ['gh_1'] }, ['same_original_id']],
    ['a name', { nameKeys: ['甲'] }, { nameKeys: ['乙', '甲'] }, ['same_name']],
    [
      'all of it, the strongest first',
      { nameKeys: ['甲'], codes: [code], appIds: ['x'], originalIds: ['y'] },
      { nameKeys: ['甲'], codes: [code, 'MAXA00014'], appIds: ['x'], originalIds: ['y'] },
      ['same_code', 'same_app_id', 'same_original_id', 'same_name'],
    ],
  ])('by %s', (_what, a, b, kinds) => {
    expect(kindsOf(marks('a', a), marks('b', b))).toEqual([kinds]);
  });

  it.each<[string, Partial<ClientMarks>, Partial<ClientMarks>]>([
    ['nothing', {}, {}],
    ['a stopgap for a code', { codes: ['无'] }, { codes: ['无'] }],
    ['noughts', { codes: ['000000000000000000'] }, { codes: ['000000000000000000'] }],
    ['a part that fails its check', { codes: [unsound] }, { codes: [unsoundToo] }],
    ['no name', { nameKeys: [''] }, { nameKeys: [''] }],
    ['one id on two platforms', { appIds: ['wechat 1'] }, { appIds: ['alipay 1'] }],
  ])('but not by %s', (_what, a, b) => {
    expect(kindsOf(marks('a', a), marks('b', b))).toEqual([]);
  });

  it('and a client is no duplicate of itself', () => {
    expect(kindsOf(marks('a', { codes: [code, 'MAXA00014', code], nameKeys: ['甲', '甲'] }))).toEqual([]);
  });
});

describe('groups', () => {
  it('hang together over several clients, the strongest reason first', () => {
    const links = duplicateLinks([
      marks('e', { nameKeys: ['丙'] }),
      marks('d', { nameKeys: ['丙'] }),
      marks('c', { nameKeys: ['乙'], codes: [code] }),
      marks('b', { nameKeys: ['甲', '乙'] }),
      marks('a', { nameKeys: ['甲'], codes: ['MAXA00014'] }),
    ]);
    expect(duplicateGroups(links).map(({ clientIds }) => clientIds)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('of very many with one mark are one, without all their pairs', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      marks(`c${10_000 + index}`, { nameKeys: ['测试'] }),
    );
    const links = duplicateLinks(many);
    expect(links).toHaveLength(1999);
    expect(duplicateGroups(links).map(({ clientIds }) => clientIds.length)).toEqual([2000]);
  });
});

const anyMark = fc.constantFrom('甲', '乙', '丙', '丁');
const anyCode = fc.constantFrom(
  code,
  moved,
  unsound,
  'MAXA00014',
  '440399MAXA00014',
  '440000000000001',
  '无',
);
const anyFirm = fc
  .array(
    fc.record({
      nameKeys: fc.array(anyMark, { minLength: 1, maxLength: 2 }),
      codes: fc.array(anyCode, { maxLength: 2 }),
      appIds: fc.array(anyMark, { maxLength: 1 }),
      originalIds: fc.array(anyMark, { maxLength: 1 }),
    }),
    { maxLength: 12 },
  )
  .map((clients) => clients.map((own, index) => marks(`c${10 + index}`, own)));

describe('laws', () => {
  it('the order of the clients and of their marks changes nothing', () => {
    fc.assert(
      fc.property(
        anyFirm.chain((firm) =>
          fc.tuple(fc.constant(firm), fc.shuffledSubarray(firm, { minLength: firm.length })),
        ),
        ([firm, shuffled]) => {
          const turned = shuffled.map((client) => ({
            ...client,
            nameKeys: client.nameKeys.toReversed(),
            codes: client.codes.toReversed(),
          }));
          expect(duplicateLinks(turned)).toEqual(duplicateLinks(firm));
          expect(duplicateGroups(duplicateLinks(turned))).toEqual(duplicateGroups(duplicateLinks(firm)));
        },
      ),
    );
  });

  it('a firm has the links that each of its pairs has alone', () => {
    fc.assert(
      fc.property(anyFirm, (firm) => {
        const alone = firm.flatMap((a, index) =>
          firm.slice(index + 1).flatMap((b) => duplicateLinks([b, a])),
        );
        expect(duplicateLinks(firm)).toEqual(
          alone.sort((a, b) => (pairKey(...a.pair) < pairKey(...b.pair) ? -1 : 1)),
        );
      }),
    );
  });

  it('a client that is not entered is alike to those that it would be linked to', () => {
    fc.assert(
      fc.property(anyFirm, (firm) => {
        const [{ clientId, ...typed } = marks('none'), ...entered] = firm;
        const index = createDuplicateIndex();
        for (const client of entered) index.put(client);
        const linked = duplicateLinks(firm)
          .filter(({ pair }) => pair.includes(clientId))
          .map(({ pair: [a, b], reasons }) => ({ clientId: a === clientId ? b : a, reasons }));
        const byId = (a: { clientId: string }, b: { clientId: string }) => (a.clientId < b.clientId ? -1 : 1);
        expect(index.alike(typed).toSorted(byId)).toEqual(linked.toSorted(byId));
      }),
    );
  });

  it('every client of a link is in one group, and no group falls apart', () => {
    fc.assert(
      fc.property(anyFirm, (firm) => {
        const links = duplicateLinks(firm);
        const groups = duplicateGroups(links);
        const ids = groups.flatMap(({ clientIds }) => clientIds);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(links.flatMap(({ pair }) => pair)));
        for (const group of groups) expect(duplicateGroups(group.links)).toEqual([group]);
      }),
    );
  });

  const wide = (text: string): string =>
    text.replaceAll(/[!-~]/gu, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
  const variants: readonly ((text: string) => string)[] = [
    wide,
    (text) => text.replaceAll('(', '〔').replaceAll(')', '〕'),
    (text) => text.replaceAll('(', '【').replaceAll(')', '】'),
    (text) => [...text].join('\u3000'),
    (text) => ` ${text.toLowerCase()}\u200b`,
  ];
  it('a name is found in any width, bracket and spacing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('示', '例', 'A', 'b', '0', '(', ')', '·'), minLength: 1 }),
        fc.subarray([...variants]),
        (name, changes) => {
          const written = changes.reduce((text, change) => change(text), name);
          const [a, b] = [name, written].map((text) => [nameKey(text)]);
          expect(kindsOf(marks('a', { nameKeys: a ?? [] }), marks('b', { nameKeys: b ?? [] }))).toEqual([
            ['same_name'],
          ]);
        },
      ),
    );
  });
});

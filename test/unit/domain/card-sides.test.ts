import { describe, expect, it } from 'vitest';
import { cardSidesIn, pairsOfSides, sideInName } from '#shared/domain/card-sides.ts';
import type { SidePiece } from '#shared/domain/card-sides.ts';

const front = '姓 名 示例乙\n性别男民族汉\n出 生 1992 年\n住 址 云汀市\n公民身份号码 330199199206081011';
const back = '中华人民共和国\n居民身份证\n签发机关 云汀市公安局\n有效期限 2018.04.02-2038.04.02';

describe('the sides that a page shows', () => {
  it.each([
    [front, ['front']],
    [back, ['back']],
    [`${front}\n${back}`, ['front', 'back']],
    ['授权委托书\n被授权人 示例乙\n公民身份号码 330199199206081011', []],
    ['营业执照\n有效期限 长期', []],
    ['', []],
  ])('%#', (text, sides) => {
    expect(cardSidesIn(text)).toEqual(sides);
  });
});

describe('the side that a file’s name tells', () => {
  it.each([
    ['身份证正面_示例乙.jpg', '身份证_示例乙', 'front', true],
    ['身份证反面_示例乙.jpg', '身份证_示例乙', 'back', true],
    ['示例乙 身份证（国徽面）.PNG', '示例乙身份证', 'back', true],
    ['示例乙_front.jpg', '示例乙', 'front', true],
    ['示例乙身份证_1.jpg', '示例乙身份证', 'front', false],
    ['示例乙身份证(2).jpg', '示例乙身份证', 'back', false],
    ['示例乙身份证02.jpg', '示例乙身份证', 'back', false],
  ])('%s', (name, stem, side, isWord) => {
    expect(sideInName(name)).toEqual({ stem, side, isWord });
  });

  it.each(['身份证正反面.jpg', '身份证.jpg', 'IMG_4412.jpg', '身份证_12.jpg', '身份证_3.jpg', ''])(
    'is none: %s',
    (name) => expect(sideInName(name)).toBeNull(),
  );
});

const piece = (id: string, fileName: string, more: Partial<SidePiece> = {}): SidePiece => ({
  ...{ id, fileName, folderName: '', isCard: true, clientId: null, sides: [] },
  ...more,
});

describe('two sides of one card', () => {
  it('are known by their names, front first whatever came first', () => {
    const named = [
      piece('b', '示例乙反面.jpg', { isCard: false }),
      piece('a', '示例乙正面.jpg', { isCard: false }),
    ];
    expect(pairsOfSides(named)).toEqual([{ front: 'a', back: 'b', sign: 'name' }]);
  });

  it('are known by numbers where one of them is a card, and what was read counts before the number', () => {
    const numbered = (sides: SidePiece['sides'], isCard = true) => [
      piece('a', 'IMG_1.jpg', { sides, isCard }),
      piece('b', 'IMG_2.jpg', { isCard: false }),
    ];
    expect(pairsOfSides(numbered([], false))).toEqual([]);
    expect(pairsOfSides(numbered([]))).toEqual([{ front: 'a', back: 'b', sign: 'name' }]);
    expect(pairsOfSides(numbered(['back']))).toEqual([{ front: 'b', back: 'a', sign: 'name' }]);
  });

  it('are known by what was read with the same client', () => {
    const read = [
      piece('a', '1.jpg', { sides: ['front'], clientId: 'k', folderName: '甲' }),
      piece('b', 'x.jpg', { sides: ['back'], clientId: 'k', folderName: '乙' }),
    ];
    expect(pairsOfSides(read)).toEqual([{ front: 'a', back: 'b', sign: 'reading' }]);
  });

  it.each<[string, SidePiece[]]>([
    [
      'of different clients',
      [piece('a', '乙正面.jpg', { clientId: 'k' }), piece('b', '乙反面.jpg', { clientId: 'l' })],
    ],
    [
      'in different folders',
      [piece('a', '正面.jpg', { folderName: '甲' }), piece('b', '反面.jpg', { folderName: '乙' })],
    ],
    [
      'read as the same side',
      [piece('a', '乙1.jpg', { sides: ['back'] }), piece('b', '乙2.jpg', { sides: ['back'] })],
    ],
    ['three of one name', [piece('a', '乙正面.jpg'), piece('b', '乙反面.jpg'), piece('c', '乙_反面.jpg')]],
    [
      'two cards of one client',
      [
        piece('a', '甲.jpg', { sides: ['front'], clientId: 'k' }),
        piece('b', '乙.jpg', { sides: ['back'], clientId: 'k' }),
        piece('c', '丙.jpg', { sides: ['back'], clientId: 'k' }),
      ],
    ],
    [
      'nobody knows whose',
      [piece('a', '甲.jpg', { sides: ['front'] }), piece('b', '乙.jpg', { sides: ['back'] })],
    ],
    ['both on one page', [piece('a', '乙正面.jpg', { sides: ['front', 'back'] }), piece('b', '乙反面.jpg')]],
  ])('are not: %s', (_, pieces) => {
    expect(pairsOfSides(pieces)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erasedMark,
  isOnlyWords,
  longerNames,
  personWordKinds,
  personWords,
  withoutWords,
  wordsIn,
} from '#shared/domain/person-words.ts';
import '#test/support/property-seed.ts';

const facts = {
  name: '示例甲辰',
  phone: '139 0000 0517',
  email: 'jia@example.invalid',
  wechat: 'wx_jia',
  idNumber: '33019919920608101X',
};
const words = personWords(facts);
const noFacts = { name: null, phone: null, email: null, wechat: null, idNumber: null };

describe('words of a person', () => {
  it.each([
    ['示例甲辰来过', ['name']],
    ['电话13900000517。', ['phone']],
    ['+86 139-0000-0517', ['phone']],
    ['008613900000517', ['phone']],
    ['证号 330199199206 08101x', ['idNumber']],
    ['Jia@Example.invalid', ['email']],
    ['微信:WX_JIA', ['wechat']],
    ['单号9139000005170', []],
    ['wx_jia2', []],
    ['示例甲', []],
    ['', []],
  ])('are found in %s', (text, kinds) => {
    expect(wordsIn(text, words)).toEqual(kinds);
  });

  it('are not looked for where they are too short to tell anything', () => {
    expect(personWords({ ...noFacts, phone: '同法定代表人电话' })).toEqual([]);
    const short = { name: '王', phone: '110', email: null, wechat: 'a', idNumber: '12' };
    expect(personWords(short)).toEqual([]);
  });

  it('are not those of a longer name', () => {
    const others = longerNames('示例甲辰', ['示例甲辰', '示例甲辰明', '示例乙']);
    expect(others).toEqual(['示例甲辰明']);
    expect(wordsIn('示例甲辰明来过', words, others)).toEqual([]);
    expect(withoutWords('示例甲辰明和示例甲辰', words, others)).toBe(`示例甲辰明和${erasedMark}`);
  });

  it('are taken out, and nothing else', () => {
    const text = '示例甲辰 139-0000-0517，证号33019919920608101X，周五';
    expect(withoutWords(text, words)).toBe(`${erasedMark} ${erasedMark}，证号${erasedMark}，周五`);
    expect([isOnlyWords(' 示例甲辰 ', words), isOnlyWords('示例甲辰。', words)]).toEqual([true, false]);
  });

  it('are gone from any text, and a text without them is left as it is', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(...Object.values(facts), '13900000517', '\\', '"', '(', '示例', '甲辰'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        const left = withoutWords(text, words);
        expect(wordsIn(left, words)).toEqual([]);
        if (wordsIn(text, words).length === 0) expect(left).toBe(text);
      }),
    );
  });

  it('find themselves, whatever signs and numbers a field is made of', () => {
    const odd = {
      name: ['Mary-Jane Example', '示例甲·辰', 'O’Example (甲)', '[示例]'],
      phone: [
        ...['(0571) 8888 6666', '0571-88886666转801', '13900000517、13800000518', '0571 - 88886666'],
        ...['13900000517 13800000518', '+86 139-0000-0517', '（0571）88886666', '8888.6666.01'],
      ],
      email: ['zhang-san@example.invalid', 'a+b.c@example.invalid'],
      wechat: ['wx-li_88', 'wx$(1)'],
      idNumber: ['33019919920608101X', '3301 9919 9206 0810 1X'],
    };
    for (const kind of personWordKinds)
      for (const text of odd[kind]) {
        const own = personWords({ ...noFacts, [kind]: text });
        expect(wordsIn(text, own), text).toEqual([kind]);
        expect(wordsIn(`（${text}）改了`, own), text).toEqual([kind]);
        expect(wordsIn(withoutWords(`电话：${text}。`, own), own), text).toEqual([]);
        for (const { probe } of own.slice(0, 1)) expect(text.toLowerCase()).toContain(probe);
      }
  });

  it('of a field with several numbers each stand by themselves, one with an extension as it is written alone', () => {
    const two = personWords({ ...noFacts, phone: '13900000517、13800000518' });
    expect(wordsIn('打 138-0000-0518', two)).toEqual(['phone']);
    const inside = personWords({ ...noFacts, phone: '0571-88886666转801' });
    expect(wordsIn('找 0571-88886666转801', inside)).toEqual(['phone']);
    // That is the switchboard of a whole house.
    expect(wordsIn('物业 0571-88886666', inside)).toEqual([]);
    expect(wordsIn('8017 0571', inside)).toEqual([]);
  });

  it('each stand behind a probe in every text that they are found in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom('', ' ', '-'), (word, between) => {
        const text = facts[word.kind].replaceAll(' ', between);
        if (text.search(word.pattern) >= 0) expect(text.toLowerCase()).toContain(word.probe);
      }),
    );
  });
});

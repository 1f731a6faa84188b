import { describe, expect, it } from 'vitest';
import { guessKind } from '#shared/domain/kind-guess.ts';

describe('the kind of a paper', () => {
  it.each([
    ['营 业 执 照\n（副本）\n统一社会信用代码 91330199MAXF118555', 'business_licence'],
    ['中华人民共和国\n居民身份证\n签发机关 澄州市公安局', 'id_card'],
    ['基本存款账户信息\n账户名称：示例青禾商贸有限公司', 'account_proof'],
    ['商标使用授权书\n兹授权示例青禾商贸有限公司', 'trademark_authorisation'],
    ['食品经营许可证\n经营者名称 示例面包坊', 'food_business_permit'],
    ['示例青禾商贸有限公司\n授权委托书', 'authorisation_letter'],
  ])('is told by its heading: %s', (text, kind) => {
    const sign = 'heading';
    expect(guessKind(text, '扫描_0922.pdf')).toEqual({ kind, share: 0.95, sign, nameSays: null });
  });

  it('is not that of a paper that the text speaks of, where the file says otherwise', () => {
    const text = '兹委托示例青禾商贸有限公司持营业执照原件及身份证原件前往贵平台办理认证事宜，特此证明。';
    expect(guessKind(text, '授权书.pdf')?.kind).toBe('authorisation_letter');
    expect(guessKind(text, 'IMG_4471.pdf')).toMatchObject({
      ...{ kind: 'business_licence', share: 0.5, sign: 'text' },
    });
  });

  it('is told by the name of the file where nothing was read, the longest name first', () => {
    const byName = { share: 0.85, sign: 'file_name', nameSays: null };
    expect(guessKind('', '栩禾 商标授权书.jpg')).toEqual({ kind: 'trademark_authorisation', ...byName });
    expect(guessKind('', '基本户信息_归樾家居.jpg')).toEqual({ kind: 'account_proof', ...byName });
    expect(guessKind('', '基本户信息表_栩禾餐饮.jpg')).toEqual({ kind: 'account_proof', ...byName });
    expect(guessKind('', 'IMG_4471.jpg')).toBeNull();
  });

  it('is not sure by the name of a file that holds several pieces, and a heading is sure all the same', () => {
    const several = { holdsSeveral: true };
    expect(guessKind('', '基本户信息.pdf', several)).toMatchObject({ kind: 'account_proof', share: 0.6 });
    expect(guessKind('中华人民共和国\n居民身份证', '基本户信息.pdf', several)).toEqual({
      ...{ kind: 'id_card', share: 0.95, sign: 'heading', nameSays: 'account_proof' },
    });
  });

  it('is a card by what stands on its front, which has no heading, but not by a number in a letter', () => {
    const card =
      '姓名 示例乙\n性别 男 民族 汉\n出生 1992年6月8日\n住址 云汀市\n栩水区\n示例路25号\n公民身份号码 330199199206081011';
    expect(guessKind(card, '基本户信息.pdf')).toMatchObject({ kind: 'id_card', sign: 'heading' });
    expect(guessKind('兹有 姓名 示例乙\n公民身份号码 330199199206081011', 'a.pdf')?.kind).not.toBe('id_card');
  });
});

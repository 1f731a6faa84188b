import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOnlyLegalForm, otherFormsOf } from '#shared/domain/legal-form.ts';

it('writes a limited company in full and short, also that of a branch', () => {
  expect(otherFormsOf('示例甲有限责任公司')).toEqual(['示例甲有限公司']);
  expect(otherFormsOf('示例甲有限公司')).toEqual(['示例甲有限责任公司']);
  expect(otherFormsOf('示例甲有限公司长沙分公司')).toEqual(['示例甲有限责任公司长沙分公司']);
});

it('leaves other legal forms as they are', () => {
  for (const name of ['', '示例甲', '示例甲股份有限公司', '示例甲有限合伙', '示例甲商行'])
    expect(otherFormsOf(name)).toEqual([]);
});

it('leads back to every name that has one form', () => {
  const part = fc.constantFrom('示例甲', '股份', '有限', '责任', '公司', '分公司', '');
  const form = fc.constantFrom('有限公司', '有限责任公司');
  fc.assert(
    fc.property(part, form, part, (head, own, tail) => {
      const name = `${head}${own}${tail}`;
      for (const other of otherFormsOf(name)) expect(otherFormsOf(other)).toContain(name);
    }),
  );
});

it.each([
  ...[
    '有限公司',
    '有限责任公司',
    '股份有限公司',
    '集团有限公司',
    '有限责任公司分公司',
    '个体工商户',
    '个体户',
  ],
  ...[
    '有限责任公司（自然人独资）',
    ' 有限 公司 ',
    '（个体工商户）',
    '普通合伙',
    '合伙企业（有限合伙）',
    '公司',
    '分公司',
  ],
  ...['个人独资企业', '农民专业合作社', '民办非企业单位', 'Co., Ltd.', 'ＬＴＤ', 'Company Limited'],
])('%j is a legal form and no name', (text) => {
  expect(isOnlyLegalForm(text)).toBe(true);
});

it.each([
  ...['', '示例甲有限公司', '示例', '公司宝有限公司', '责任', '示例集团', '有限公司示例', '企业家有限公司'],
  ...['个体工商户示例', '示例（个体工商户）', 'Ltd Example'],
])('%j is more than a legal form, or none', (text) => {
  expect(isOnlyLegalForm(text)).toBe(false);
});

it('takes no name for a legal form that has a letter beside its forms', () => {
  const form = fc.constantFrom('有限公司', '个体工商户', '（有限合伙）', '分公司', 'CO., LTD', '');
  fc.assert(
    fc.property(form, form, (before, behind) => {
      expect(isOnlyLegalForm(`${before}甲${behind}`)).toBe(false);
      expect(isOnlyLegalForm(`${before} ${behind}`)).toBe(`${before}${behind}` !== '');
    }),
  );
});

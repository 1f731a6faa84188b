import fc from 'fast-check';
import { expect, it } from 'vitest';
import { otherFormsOf } from '#shared/domain/legal-form.ts';

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

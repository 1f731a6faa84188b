import { expect, it } from 'vitest';
import { isPersonInName } from '#shared/domain/person-in-name.ts';

it.each([
  ['身份证正面_示例甲.jpg', '示例甲'],
  ['示例甲身份证反面.jpg', '示例甲'],
  ['归樾家居 法人示例甲 身份证.png', '示例甲'],
  ['归樾示例甲_1.jpg', '示例甲'],
  ['甲乙 身份证.jpg', '甲乙'],
  ['阿依古丽·买买提 身份证.jpg', '阿依古丽·买买提'],
])('%s names %s', (name, person) => {
  expect(isPersonInName(name, person)).toBe(true);
});

it.each([
  ['一勺甲乙丙 身份证.jpg', '甲乙'],
  ['身份证正面.jpg', '正面'],
  ['营业执照.jpg', '示例甲'],
  ['Example A.jpg', 'Example A'],
  ['示例甲.jpg', ''],
])('%s does not name %s', (name, person) => {
  expect(isPersonInName(name, person)).toBe(false);
});

import { expect, test } from 'vitest';
import { commonValue } from '#shared/domain/common-value.ts';

test('a value is common when all have it, none of them included', () => {
  expect(commonValue(['a', 'a'])).toEqual({ isMixed: false, value: 'a' });
  expect(commonValue([null, null])).toEqual({ isMixed: false, value: null });
  expect(commonValue(['a', null])).toEqual({ isMixed: true });
  expect(commonValue([0, 1])).toEqual({ isMixed: true });
  expect(commonValue([])).toEqual({ isMixed: true });
});

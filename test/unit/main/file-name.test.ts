import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, withExtension } from '../../../electron/main/file-name.ts';

test('a proposed name becomes one that every system takes', () => {
  expect(fileName('材料清单 示例（云汀）餐饮管理有限公司')).toBe('材料清单 示例（云汀）餐饮管理有限公司');
  expect(fileName(' ../../etc/passwd\n')).toBe('.. .. etc passwd');
  expect(fileName('a<b>:c"d|e?f*g\\h')).toBe('a b  c d e f g h');
});

test('a name is never a path', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fileName(name)).not.toMatch(/[/\\]/);
    }),
  );
});

test('the extension is added once', () => {
  expect(withExtension('list', '.pdf')).toBe('list.pdf');
  expect(withExtension('list.PDF', '.pdf')).toBe('list.PDF');
  expect(withExtension('2026.09', '.pdf')).toBe('2026.09.pdf');
});

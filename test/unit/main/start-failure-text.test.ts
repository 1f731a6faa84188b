import { describe, expect, test } from 'vitest';
import { appErrors } from '#shared/contract/errors.ts';
import { startFailureWords } from '../../../electron/main/start-failure-text.ts';
import { textsOf } from '../../../electron/main/texts/texts.ts';

const failures = [
  ['DATABASE_IN_USE', { owner: 'command line, sample-pc, 42' }, 'sample-pc'],
  ['DATABASE_READ_ONLY', { name: 'certfolio.sqlite' }, 'certfolio.sqlite'],
  ['NOT_WRITABLE', { name: 'data' }, 'data'],
  ['DATABASE_DAMAGED', { name: 'certfolio.sqlite', detail: 'malformed' }, 'certfolio.sqlite'],
  ['DATABASE_NEWER', { found: 9, supported: 1 }, '9'],
  ['DISK_FULL', {}, ''],
  ['BACKUP_DAMAGED', { name: 'certfolio-20260922', detail: 'hash' }, 'certfolio-20260922'],
  ['INTERNAL', {}, ''],
  ['SOMETHING_NEW', null, ''],
] as const;

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test.each(failures)('%s says what happened, what is safe and what to do', (code, data, named) => {
    const words = startFailureWords({ code, data }, textsOf(language));
    expect([words.happened, words.safe, words.todo]).not.toContain('');
    expect(words.safe).toContain(named);
    expect([words.happened, words.safe, words.todo].join('')).not.toMatch(/undefined|null|!|！/);
  });

  test('each failure of the database has words of its own', () => {
    const codes = Object.keys(appErrors).filter((code) => code.startsWith('DATABASE_'));
    const other = startFailureWords({ code: 'INTERNAL', data: {} }, textsOf(language)).happened;
    for (const code of codes) {
      expect(startFailureWords({ code, data: {} }, textsOf(language)).happened, code).not.toBe(other);
    }
  });
});

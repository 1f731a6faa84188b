import { expect, it } from 'vitest';
import { createI18n } from '#renderer/i18n/create-i18n.ts';

it('an English noun behind a count that is written already has its s, but not behind one', () => {
  const { t } = createI18n('en');
  expect(t('clients.count', { n: '1' })).toBe('1 client');
  expect(t('clients.count', { n: '0' })).toBe('0 clients');
  expect(t('clients.count', { n: '10,001' })).toBe('10,001 clients');
  expect(t('components.job.figures.rows', { done: '0', total: '1' })).toBe('0 / 1 row');
});

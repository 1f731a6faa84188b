import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import type { ComparedPlatform } from '#shared/domain/platform-comparison.ts';
import { ApiProvider, createApi } from '#renderer/api/api.tsx';
import type { BackendClient, ShellClient } from '#renderer/api/connect.ts';
import { daysOnAxis, reviewAxis } from '#renderer/features/rules/platform-figures.ts';
import { PlatformsPart } from '#renderer/features/rules/platforms-part.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { languages } from '#renderer/i18n/language.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { zhCn } from '#renderer/i18n/zh-cn.ts';
import { alipayPack, pricedPack } from '../../domain/strategy-cases.ts';
import { certificationPack } from '../../rules/certification-pack.ts';
import { isUnspoken } from '../speech.ts';

const comparison = comparePlatforms(
  [certificationPack, alipayPack, pricedPack(0)],
  calendarDate('2026-09-22'),
);

const backend = { rules: { comparison: () => Promise.resolve(comparison) } };
const api = createApi(backend as unknown as BackendClient, {} as ShellClient); // drawn from the cache: nothing is called
const queryClient = new QueryClient();
queryClient.setQueryData(api.query.rules.comparison.queryKey(), comparison);

function pageIn(language: Language): string {
  const page = renderToStaticMarkup(
    <I18nProvider i18n={createI18n(language)}>
      <MantineProvider>
        <QueryClientProvider client={queryClient}>
          <ApiProvider api={api}>
            <PlatformsPart />
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>,
  );
  return page.replaceAll(/<style[^>]*>.*?<\/style>/gs, '');
}

/** What is written on the page, piece by piece. */
function writtenIn(language: Language): string[] {
  const shown = pageIn(language);
  const labels = [...shown.matchAll(/aria-label="([^"]*)"/g)].flatMap(([, label]) => label ?? []);
  return [...shown.replaceAll(/<[^>]+>/g, '\n').split('\n'), ...labels].filter((text) => text.trim() !== '');
}

describe.each(languages)('the platforms in %s', (language) => {
  it('are all in words', () => {
    const written = writtenIn(language);
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter(isUnspoken)).toEqual([]);
  });
});

describe('the platforms', () => {
  const written = writtenIn('zh-CN');
  const times = (text: string): number => written.filter((one) => one === text).length;

  it('tell a fee, free, not found and no rules apart', () => {
    expect(times('300')).toBe(1);
    expect(times('300 元')).toBe(1);
    expect(times('免收')).toBe(2);
    expect(times('未查到')).toBeGreaterThan(6);
    // Baidu has no pack: its row of the picture and its column of the table.
    expect(times('没有规则包')).toBe(9);
    expect(written).toContain('微信审核用时 15 个工作日');
  });

  it('put nobody’s word to what was not found', () => {
    const cells = pageIn('zh-CN')
      .split('<td')
      .filter((cell) => cell.includes(zhCn.status.word.not_found));
    expect(cells.length).toBeGreaterThan(6);
    expect(cells.filter((cell) => cell.includes(zhCn.status.trust.inferred))).toEqual([]);
  });

  it('fold what is more than one line, each button naming its cell', () => {
    expect(written).toContain('另 3 条：微信，年审');
    expect(written.some((one) => one.includes('不能被分享'))).toBe(false);
  });

  it('draw a time on the axis of working days', () => {
    expect(daysOnAxis('working_day', 15)).toBe(15);
    expect(daysOnAxis('calendar_day', 14)).toBe(10);
    expect(daysOnAxis('hour', 24)).toBe(1);
  });

  it('have an axis that holds the longest review in whole weeks and stays within its room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }), (totals) => {
        const { days, marks, step } = reviewAxis(totals.map(reviewed));
        expect(days % 5).toBe(0);
        expect(days).toBeGreaterThanOrEqual(Math.max(5, ...totals));
        expect(days).toBeLessThan(Math.max(5, ...totals) + 5);
        expect(marks.length).toBeLessThanOrEqual(4);
        expect(marks.at(-1)).toBeLessThanOrEqual(days);
        expect(step).toBeGreaterThanOrEqual(2);
        if (step > 2) expect(days * step).toBeLessThanOrEqual(240);
      }),
    );
  });
});

function reviewed(total: number): ComparedPlatform {
  const wechat = comparison.platforms.find(({ rules }) => rules?.review.state === 'known');
  const { rules } = wechat ?? {};
  if (!wechat || rules?.review.state !== 'known') throw new Error('no review is known');
  return {
    ...wechat,
    rules: { ...rules, review: { ...rules.review, value: { unit: 'working_day', total } } },
  };
}

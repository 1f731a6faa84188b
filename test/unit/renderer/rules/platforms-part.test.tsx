import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import { ApiProvider, createApi } from '#renderer/api/api.tsx';
import type { BackendClient, ShellClient } from '#renderer/api/connect.ts';
import { daysOnAxis } from '#renderer/features/rules/platform-figures.ts';
import { PlatformsPart } from '#renderer/features/rules/platforms-part.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { languages } from '#renderer/i18n/language.ts';
import type { Language } from '#renderer/i18n/language.ts';
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

/** What is written on the page, piece by piece. */
function writtenIn(language: Language): string[] {
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
  const shown = page.replaceAll(/<style[^>]*>.*?<\/style>/gs, '');
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

  it('tell a fee, free, unknown and no rules apart', () => {
    expect(times('300 元')).toBeGreaterThan(0);
    expect(times('免收')).toBeGreaterThan(0);
    expect(times('未知')).toBeGreaterThan(6);
    // Baidu has no pack: its row of the picture and its column of the table.
    expect(times('没有规则包')).toBe(12);
    expect(written).toContain('微信审核用时 15 个工作日');
  });

  it('draw a time on the axis of working days', () => {
    expect(daysOnAxis('working_day', 15)).toBe(15);
    expect(daysOnAxis('calendar_day', 14)).toBe(10);
    expect(daysOnAxis('hour', 24)).toBe(1);
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { en } from '#renderer/i18n/en.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import type { Language } from '#renderer/i18n/language.ts';
import { zhCn } from '#renderer/i18n/zh-cn.ts';

function Figures() {
  const figuresOf = useProgressFigures();
  return <>{figuresOf('clients', 1200, 5000)}</>;
}

const shownIn = (language: Language): string =>
  renderToStaticMarkup(
    <I18nProvider i18n={createI18n(language)}>
      <Figures />
    </I18nProvider>,
  );

const wordsOf = (words: object): string[] =>
  Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : wordsOf(value as object),
  );

it('how far a long work is has its unit in both languages', () => {
  expect(shownIn('zh-CN')).toBe('1,200 / 5,000 户');
  expect(shownIn('en')).toBe('1,200 / 5,000 clients');
});

it('no words of a progress are two numbers alone', () => {
  const bare = /^\{\{done\}\} (\/|of) \{\{total\}\}$/u;
  for (const words of [zhCn, en]) expect(wordsOf(words).filter((text) => bare.test(text))).toEqual([]);
});

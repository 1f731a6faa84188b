import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { zhCn } from './zh-cn.ts';
import type { Dictionary } from './zh-cn.ts';

// Domain values are snake_case, so the underscore may not split contexts off keys.
const contextSeparator = '@';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Dictionary };
    contextSeparator: '@';
    returnEmptyString: true;
  }
}

/** The program's words, ready at once: both dictionaries are part of the bundle. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCn }, en: { translation: en } },
    initAsync: false,
    contextSeparator,
    // One language may need no word where the other does: 「后失效」 against nothing.
    returnEmptyString: true,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  // Of counts that come written already: '{{n}} client{{n, s}}'.
  instance.services.formatter?.add('s', (count: unknown) => (String(count) === '1' ? '' : 's'));
  return instance;
}

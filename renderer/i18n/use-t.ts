import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isLanguage } from './language.ts';
import type { Language } from './language.ts';

export type { TFunction };

/** The words of the present language: `const t = useT(); t('shell.search')`. */
export function useT(): TFunction {
  return useTranslation().t;
}

export function useLanguage(): Language {
  const { language } = useTranslation().i18n;
  return isLanguage(language) ? language : 'zh-CN';
}

import type { i18n, TFunction } from 'i18next';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from './language.ts';
import { WordsContext } from './use-t.ts';

interface I18nProviderProps {
  readonly i18n: i18n;
  readonly children: ReactNode;
}

/** Listens to the language once for all that is below; hundreds of cells of a table ask for words. */
export function I18nProvider({ i18n, children }: I18nProviderProps) {
  const { t } = useTranslation(undefined, { i18n });
  const { language } = i18n;
  const words = useMemo(
    () => ({ t: remembering(t), language: isLanguage(language) ? language : ('zh-CN' as const) }),
    [t, language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** So many are kept of those that something was put into. */
const mostKept = 5000;

/** The same words, each looked up once: with what is put into them, too, as the days and sums of a table come again and again. */
function remembering(t: TFunction): TFunction {
  const known = new Map<string, string>();
  const filled = new Map<string, string>();
  const say = t as unknown as (key: string, ...rest: unknown[]) => string; // The keys are checked by the type given back.
  const ask = (key: string, ...rest: unknown[]): string => {
    if (rest.length > 0) {
      const asked = `${key} ${JSON.stringify(rest)}`;
      const words = filled.get(asked) ?? say(key, ...rest);
      if (filled.size >= mostKept) filled.clear();
      filled.set(asked, words);
      return words;
    }
    const words = known.get(key) ?? say(key);
    known.set(key, words);
    return words;
  };
  return ask as unknown as TFunction; // The library's type has a brand that no function of ours can have.
}

import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { Language } from './language.ts';

export type { TFunction };

interface Words {
  readonly t: TFunction;
  readonly language: Language;
}

export const WordsContext = createContext<Words | undefined>(undefined);

function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('there is no I18nProvider above');
  return words;
}

/** The words of the present language: `const t = useT(); t('shell.search')`. */
export const useT = (): TFunction => useWords().t;

export const useLanguage = (): Language => useWords().language;

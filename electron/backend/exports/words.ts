import type { languages } from '#shared/contract/settings.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { lists as enLists } from '#shared/words/en/lists.ts';
import { vocabulary as enVocabulary } from '#shared/words/en/vocabulary.ts';
import type { WordsLike } from '#shared/words/words-like.ts';
import { lists as zhLists } from '#shared/words/zh-cn/lists.ts';
import { vocabulary as zhVocabulary } from '#shared/words/zh-cn/vocabulary.ts';

type Language = (typeof languages)[number];

/** The words of a list's file. */
export interface ListWords {
  readonly lists: WordsLike<typeof zhLists>;
  readonly vocabulary: WordsLike<typeof zhVocabulary>;
  readonly ofRule: (text: RuleText) => string;
}

export function listWords(language: Language): ListWords {
  switch (language) {
    case 'zh-CN':
      return { lists: zhLists, vocabulary: zhVocabulary, ofRule: ({ zh }) => zh };
    case 'en':
      return { lists: enLists, vocabulary: enVocabulary, ofRule: ({ en }) => en };
  }
}

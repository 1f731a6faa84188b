import type { TouchedAccount } from '#shared/contract/renewal.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { lists as enLists } from '#shared/words/en/lists.ts';
import { vocabulary as enVocabulary } from '#shared/words/en/vocabulary.ts';
import { lists as zhLists } from '#shared/words/zh-cn/lists.ts';
import { vocabulary as zhVocabulary } from '#shared/words/zh-cn/vocabulary.ts';

type Language = 'zh-CN' | 'en';

/** What a task says that tells a platform of a new paper. */
export function taskTitle(
  { platform, name }: Pick<TouchedAccount, 'platform' | 'name'>,
  kind: DocumentKind,
  language: Language,
): string {
  const [lists, vocabulary] = language === 'zh-CN' ? [zhLists, zhVocabulary] : [enLists, enVocabulary];
  return lists.renewalTask
    .replace('{platform}', () => vocabulary.platform[platform])
    .replace('{account}', () => name)
    .replace('{paper}', () => vocabulary.documentKind[kind]);
}

/** It may have been made while the program spoke another language. */
export const taskTitles = (
  account: Pick<TouchedAccount, 'platform' | 'name'>,
  kind: DocumentKind,
): string[] => (['zh-CN', 'en'] as const).map((language) => taskTitle(account, kind, language));

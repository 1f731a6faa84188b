import type { ApplicationItem } from '#shared/contract/applications.ts';
import { isAboutFile } from '#shared/domain/pre-check-pictures.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { pageWords } from './counted-value.ts';

export interface FileFault {
  readonly finding: Finding;
  /** What is wrong, and on which page: 文字模糊（第 2 页）. */
  readonly words: string;
}

/** What the pre-check finds wrong with the files of a paper on its item; of an application that is over nothing is said any more. */
export function useFileFaults(
  { requirement }: ApplicationItem,
  document: Pick<ApplicationItem['documents'][number], 'id'>,
): readonly FileFault[] {
  const t = useT();
  const ruleText = useRuleText();
  const { details, preCheck } = useCase();
  if (details.application.closedAtMs !== null) return [];
  return preCheck.findings.flatMap((finding) => {
    const { check, place, text, found } = finding;
    const isOwn =
      place.at === 'item' &&
      place.requirementId === requirement.requirementId &&
      place.documentId === document.id &&
      isAboutFile(check);
    if (!isOwn) return [];
    const what = ruleText(text);
    const isOnPage = place.page !== undefined && found !== undefined;
    const words = isOnPage ? t('application.paper.faultOn', { what, pages: pageWords(found, t) }) : what;
    return [{ finding, words }];
  });
}

import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';

/** Names of items for a sentence; alternatives are named once, by what they are alternatives for. */
export function itemTitles(
  items: readonly ApplicationItem[],
  ruleText: (text: RuleText) => string,
): string[] {
  const titles = items.map(({ requirement }) => ruleText(requirement.choices[0]?.title ?? requirement.title));
  return [...new Set(titles)];
}

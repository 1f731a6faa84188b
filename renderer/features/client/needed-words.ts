import type { ClientDetails } from '#shared/contract/clients.ts';
import type { NeededPaper } from '#shared/domain/needed-paper.ts';
import type { NeededFor } from '#shared/domain/needed-requirements.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Speech {
  readonly t: TFunction;
  readonly say: (text: RuleText) => string;
}

/** A paper on file by its title, else by its kind. */
export const paperName = (
  { title, kind }: Pick<ClientDetails['documents'][number], 'title' | 'kind'>,
  t: TFunction,
): string => (title === '' ? t(`vocabulary.documentKind.${kind}`) : title);

/** What a needed paper is called, and whose it is. */
export function neededName(
  { title, kind, holder, act, documentIds }: NeededPaper,
  { documents }: Pick<ClientDetails, 'documents'>,
  { t, say }: Speech,
): string {
  const onFile = act === 'attach' ? documents.find(({ id }) => documentIds.includes(id)) : undefined;
  if (onFile !== undefined) return paperName(onFile, t);
  const paper = title === null ? (kind === null ? '' : t(`vocabulary.documentKind.${kind}`)) : say(title);
  if (holder === undefined || title !== null) return paper;
  return t('needed.held', { paper, holder: t(`vocabulary.holder.${holder}`) });
}

export interface ServedLine {
  readonly key: string;
  readonly text: string;
  /** Where it leads; null for a category. */
  readonly applicationId: string | null;
  readonly itemId?: string;
}

/** Whom a paper serves, a line for each application and each category of an account; items of its own name unsaid. */
export function servedLines(
  serves: readonly NeededFor[],
  { accounts, applications }: Pick<ClientDetails, 'accounts' | 'applications'>,
  { t, say, paper }: Speech & { readonly paper: string },
): ServedLine[] {
  const lines = new Map<string, ServedLine>();
  for (const each of serves) {
    if (each.by === 'category') {
      const key = `${each.accountId} ${each.categoryId}`;
      const name = accounts.find(({ id }) => id === each.accountId)?.name ?? '';
      const text = t('needed.category', { name, category: say(each.title) });
      lines.set(key, { key, text, applicationId: null });
      continue;
    }
    const { applicationId } = each;
    if (lines.has(applicationId)) continue;
    const row = applications.find(({ id }) => id === applicationId);
    const items = serves.flatMap((other) =>
      other.by === 'application' && other.applicationId === applicationId ? say(other.title) : [],
    );
    const others = [...new Set(items)].filter((item) => item !== paper);
    const text = t(others.length === 0 ? 'needed.application' : 'needed.applicationItems', {
      name: row?.accountName ?? '',
      kind: row === undefined ? '' : t(`vocabulary.applicationKind.${row.kind}`),
      items: others.join(t('needed.list')),
    });
    lines.set(applicationId, {
      key: applicationId,
      text,
      applicationId,
      itemId: `${applicationId}.${each.requirementId}`,
    });
  }
  return [...lines.values()];
}

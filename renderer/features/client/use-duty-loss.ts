import { useQuery } from '@tanstack/react-query';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useClient } from './client-context.tsx';

/** What happens when a duty of the client as such is missed, in the words of the rules; of other duties nothing is said. */
export function useDutyLoss({ kind }: Pick<ObligationRow, 'kind'>): string | undefined {
  const ruleText = useRuleText();
  const { query } = useApi();
  const { entityType } = useClient().details.client;
  const isOwn = kind === 'annual_report' || kind === 'licence_term';
  const upkeep = useQuery(query.rules.upkeep.queryOptions({ enabled: isOwn })).data;
  if (upkeep === undefined || !isOwn) return undefined;
  if (kind === 'licence_term') return ruleText(upkeep.licenceTerm.refusal.text);
  const loss = upkeep.annualReport.losses.find(({ entityTypes }) => entityTypes.includes(entityType));
  return loss === undefined ? undefined : ruleText(loss.text);
}

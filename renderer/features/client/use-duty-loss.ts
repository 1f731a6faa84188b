import { useQuery } from '@tanstack/react-query';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { usePacks } from './use-packs.ts';

type Duty = Pick<ObligationRow, 'kind' | 'accountId' | 'legalOn'>;

/** What happens when a duty is missed, or has happened since, in the words of the rules; of some duties nothing is said. */
export function useDutyLoss(duty: Duty): string | undefined {
  const own = useOwnLoss(duty);
  const certification = useCertificationLoss(duty);
  return own ?? certification;
}

/** Of the client as such: its annual report and its licence. */
function useOwnLoss({ kind }: Duty): string | undefined {
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

/** Of an account whose certification has ended: what does not work now, and what stops working next. */
function useCertificationLoss({ kind, accountId, legalOn }: Duty): string | undefined {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const packs = usePacks();
  const { details, today } = useClient();
  const account = details.accounts.find(({ id }) => id === accountId);
  if (kind !== 'certification_expiry' || account === undefined || legalOn === null) return undefined;
  const losses =
    packFor(packs, { platform: account.platform, accountKind: account.kind }, 'annual_review')?.validity
      ?.losses ?? [];
  const { held, coming } = stagedLoss(legalOn, losses, today);
  const [next] = coming;
  const words = [
    ...held.map(({ text }) => t('client.duties.lossNow', { text: ruleText(text) })),
    ...(next === undefined
      ? []
      : [t('client.duties.lossFrom', { date: format.dateLong(next.on), text: ruleText(next.text) })]),
  ];
  return words.length === 0 ? undefined : words.join('\n');
}

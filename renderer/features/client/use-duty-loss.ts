import { useQuery } from '@tanstack/react-query';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import { useApi } from '#renderer/api/api.tsx';
import { lossWords } from '#renderer/i18n/loss-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';

type Duty = Pick<ObligationRow, 'kind' | 'legalOn' | 'losses'>;

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
function useCertificationLoss({ kind, legalOn, losses }: Duty): string | undefined {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { today } = useClient();
  if (kind !== 'certification_expiry' || legalOn === null) return undefined;
  const { held, coming } = stagedLoss(legalOn, losses, today);
  const words = [...held, ...coming.slice(0, 1)].map((loss) =>
    lossWords(loss, { t, format, ruleText, today }),
  );
  return words.length === 0 ? undefined : words.join('\n');
}

import type { ClientDetails } from '#shared/contract/clients.ts';
import { Status } from '#renderer/components/status.tsx';
import { ValidityStatus } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { foremostOrder } from './account-orders.ts';
import { useClient } from './client-context.tsx';

interface AccountStatusProps {
  readonly account: ClientDetails['accounts'][number];
  readonly tint?: boolean;
}

/** What most needs to be known of an account: sent back, in review, else how long it is certified. */
export function AccountStatus({ account, tint = false }: AccountStatusProps) {
  const t = useT();
  const { details, today } = useClient();
  const open = foremostOrder(account.id, details);
  const shown = shownValidity(account.certifiedUntilOn, today);
  if (open?.stage === 'returned')
    return (
      <Status of="sent_back" tint={tint}>
        {t('client.accounts.sentBack', { n: open.refillNo ?? 1 })}
      </Status>
    );
  if (open?.stage === 'in_review' && shown.state !== 'expired') return <Status of="in_review" tint={tint} />;
  return <ValidityStatus state={shown.state} days={shown.days} tint={tint} />;
}

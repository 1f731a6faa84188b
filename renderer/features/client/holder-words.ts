import type { ClientDetails } from '#shared/contract/clients.ts';
import { checkAccountName } from '#shared/domain/bank-account.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Owner = Pick<ClientDetails['client'], 'name' | 'entityType' | 'legalRepresentative'>;

/** Whether the holder of a bank account is the client, as a platform would compare the two names. */
export function holderCheck(holderName: string, client: Owner, t: TFunction): Check {
  const { comparison, equals, special } = checkAccountName(holderName, {
    licenceName: client.name,
    entityType: client.entityType,
    ...(client.legalRepresentative !== null && { operatorName: client.legalRepresentative }),
  });
  if (special !== undefined) return { tone: 'warning', text: t(`client.banks.special.${special}`) };
  switch (comparison.level) {
    case 'identical':
      return {
        tone: 'success',
        text: t(equals === 'operator' ? 'client.banks.operator' : 'client.banks.same'),
      };
    case 'equivalent': {
      const words = comparison.differences.map((difference) => t(`client.banks.difference.${difference}`));
      return { tone: 'warning', text: words.join(t('client.comma')) };
    }
    // The bank may have it so: that is written down, and the pre-check looks at it.
    case 'different':
      return { tone: 'warning', text: t('client.banks.different', { name: holderName }) };
  }
}

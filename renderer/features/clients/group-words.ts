import { useMemo } from 'react';
import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientPage } from '#shared/contract/clients.ts';
import type { ClientGroup } from '#shared/contract/row-groups.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { GroupWords } from '#renderer/api/views/use-grouping.ts';
import { certifiedTitle, figures, personTitle, wordOf } from '#renderer/components/group-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Head = NonNullable<ClientPage['grouped']>['heads'][number];

const conditions = {
  consultant: 'consultantIds',
  certified: 'certifiedWithinDays',
  entityType: 'entityTypes',
  serviceStatus: 'serviceStatuses',
  returned: 'returned',
} as const satisfies Record<ClientGroup, string>;

/** What the headings of the clients say: whose they are, how many were sent back, and what they pay. */
export function useClientGroupWords(): GroupWords<ClientGroup, Head> {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => ({
      fieldOf: (by) => t(`clients.condition.${conditions[by]}`),
      titleOf: (by, head) => titleOf(by, head, t),
      figuresOf: (by, head) =>
        figures([
          {
            n: by === 'returned' ? 0 : head.returnedTotal,
            words: (n) => t('clients.returnedTotal', { n: format.count(n) }),
          },
          {
            n: head.serviceFeeTotalFen,
            words: (fen) => t('clients.feeTotal', { amount: format.money(fen) }),
          },
        ]),
    }),
    [t, format],
  );
}

function titleOf(by: ClientGroup, { key, name }: Head, t: TFunction): string {
  switch (by) {
    case 'consultant':
      return personTitle(name, t);
    case 'certified':
      return certifiedTitle(key, t);
    case 'entityType':
      return wordOf(entityTypes, key, (type) => t(`vocabulary.entityType.${type}`));
    case 'serviceStatus':
      return wordOf(serviceStatuses, key, (status) => t(`vocabulary.serviceStatus.${status}`));
    case 'returned':
      return t(key === 'yes' ? 'clients.condition.returned' : 'clients.notReturned');
  }
}

import { useMemo } from 'react';
import type { AccountPage } from '#shared/contract/account-pages.ts';
import type { AccountGroup } from '#shared/contract/row-groups.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { GroupWords } from '#renderer/api/views/use-grouping.ts';
import { certifiedTitle, figures, personTitle, wordOf } from '#renderer/components/group-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Head = NonNullable<AccountPage['grouped']>['heads'][number];

const conditions = {
  platform: 'platforms',
  kind: 'kinds',
  consultant: 'consultantIds',
  certified: 'certifiedWithinDays',
  underWay: 'underWay',
} as const satisfies Record<AccountGroup, string>;

/** What the headings of the accounts say: where or whose they are, and of what is urgent how many. */
export function useAccountGroupWords(): GroupWords<AccountGroup, Head> {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => ({
      fieldOf: (by) => t(`accounts.condition.${conditions[by]}`),
      titleOf: (by, head) => titleOf(by, head, t),
      figuresOf: (by, head) =>
        figures(
          (
            [
              ['expired', by === 'certified' ? 0 : head.expiredTotal],
              ['windowOpen', head.windowOpenTotal],
              ['uncertified', by === 'certified' ? 0 : head.uncertifiedTotal],
            ] as const
          ).map(([id, n]) => ({
            n,
            words: () => t(`accounts.figure.${id}`, { n: format.count(n) }),
          })),
        ),
    }),
    [t, format],
  );
}

function titleOf(by: AccountGroup, { key, name }: Head, t: TFunction): string {
  switch (by) {
    case 'platform':
      return wordOf(platforms, key, (platform) => t(`vocabulary.platform.${platform}`));
    case 'kind':
      return wordOf(accountKinds, key, (kind) => t(`vocabulary.accountKind.${kind}`));
    case 'consultant':
      return personTitle(name, t);
    case 'certified':
      return certifiedTitle(key, t);
    case 'underWay':
      return t(key === 'yes' ? 'accounts.choice.underWay' : 'accounts.notUnderWay');
  }
}

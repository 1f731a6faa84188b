import { useMemo } from 'react';
import type { ApplicationPage } from '#shared/contract/application-pages.ts';
import type { ApplicationGroup } from '#shared/contract/row-groups.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { GroupWords } from '#renderer/api/views/use-grouping.ts';
import { figures, personTitle, wordOf } from '#renderer/components/group-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Head = NonNullable<ApplicationPage['grouped']>['heads'][number];

const conditions = {
  stage: 'stages',
  consultant: 'consultantIds',
  platform: 'platforms',
  kind: 'kinds',
} as const satisfies Record<ApplicationGroup, string>;

/** What the headings of the applications say: where they stand or whose they are, and of what is urgent how many. */
export function useApplicationGroupWords(): GroupWords<ApplicationGroup, Head> {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => ({
      fieldOf: (by) => t(`applications.condition.${conditions[by]}`),
      titleOf: (by, head) => titleOf(by, head, t),
      figuresOf: (by, head) =>
        figures(
          (
            [
              ['overdue', head.overdueTotal],
              ['hours', head.hoursTotal],
              ['returned', by === 'stage' ? 0 : head.returnedTotal],
            ] as const
          ).map(([id, n]) => ({
            n,
            words: () => t(`applications.figure.${id}`, { n: format.count(n) }),
          })),
        ),
    }),
    [t, format],
  );
}

function titleOf(by: ApplicationGroup, { key, name }: Head, t: TFunction): string {
  switch (by) {
    case 'stage':
      return wordOf(stages, key, (stage) => t(`vocabulary.stage.${stage}`));
    case 'consultant':
      return personTitle(name, t);
    case 'platform':
      return wordOf(platforms, key, (platform) => t(`vocabulary.platform.${platform}`));
    case 'kind':
      return wordOf(applicationKinds, key, (kind) => t(`vocabulary.applicationKind.${kind}`));
  }
}

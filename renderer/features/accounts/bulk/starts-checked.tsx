import type { StartCheck } from '#shared/contract/bulk-accounts.ts';
import { NamedLines } from '#renderer/components/named-lines.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface StartsCheckedProps {
  readonly check: StartCheck;
  readonly onLeave: (ids: readonly string[]) => void;
}

/** How many of each kind would be begun, who can't, and what speaks against the others. */
export function StartsChecked({ check, onLeave }: StartsCheckedProps) {
  const t = useT();
  const format = useFormat();
  const { kinds, refused, refusedIds, doubtful, doubtfulIds } = check;
  const nameOf = ({ name, clientName, kind }: (typeof doubtful)[number] | (typeof refused)[number]) => ({
    account: name,
    client: clientName,
    kind: t(`vocabulary.applicationKind.${kind}`),
  });
  const kindWords = kinds
    .map(({ kind, count }) =>
      t('bulk.accounts.start.ofKind', {
        kind: t(`vocabulary.applicationKind.${kind}`),
        n: format.count(count),
      }),
    )
    .join(t('bulk.accounts.start.and'));
  const only = kinds.length === 1 && kinds[0]?.count === 1 ? kinds[0].kind : undefined;
  return (
    <>
      {kinds.length > 0 && (
        <p>
          {only === undefined
            ? t('bulk.accounts.start.fine', { kinds: kindWords })
            : t('bulk.accounts.start.fineOne', { kind: t(`vocabulary.applicationKind.${only}`) })}
        </p>
      )}
      {refusedIds.length > 0 && (
        <Notice
          tone="danger"
          title={t('bulk.accounts.start.refused', { n: format.count(refusedIds.length) })}
          actions={<TextButton onClick={() => onLeave(refusedIds)}>{t('bulk.step.leave')}</TextButton>}
        >
          <NamedLines of={refusedIds.length}>
            {refused.map((each) => (
              <li key={each.id}>
                {t(`bulk.accounts.start.refusedLine.${each.reason}`, {
                  ...nameOf(each),
                  number: each.number ?? '',
                })}
              </li>
            ))}
          </NamedLines>
        </Notice>
      )}
      {doubtfulIds.length > 0 && (
        <Notice
          tone="warning"
          title={t('bulk.accounts.start.doubtful', { n: format.count(doubtfulIds.length) })}
          actions={<TextButton onClick={() => onLeave(doubtfulIds)}>{t('bulk.step.leave')}</TextButton>}
        >
          <NamedLines of={doubtfulIds.length}>
            {doubtful.map((each) => (
              <li key={each.id}>
                {each.doubts
                  .map((doubt) => t(`bulk.accounts.start.doubtLine.${doubt}`, nameOf(each)))
                  .join(t('bulk.accounts.start.and'))}
              </li>
            ))}
          </NamedLines>
        </Notice>
      )}
    </>
  );
}

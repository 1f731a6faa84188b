import { Checkbox } from '@mantine/core';
import type { PaperCheck, RenewalDifference, Touches } from '#shared/contract/renewal.ts';
import { maskIdNumber } from '#shared/domain/mask.ts';
import { natureOf } from '#shared/domain/stated-value.ts';
import { statedLabel } from '#renderer/components/stated-words.ts';
import { Link } from '#renderer/components/link.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { useClientOfPaper } from './use-client-of-paper.ts';
import styles from './viewer.module.css';

interface RenewCheckProps {
  readonly check: PaperCheck;
  readonly renewed: Touches['renewed'];
  /** What still had to be read could not be. */
  readonly isUnreadable: boolean;
  /** What the tick confirms: that another's paper is meant, or that nobody waits for the reading. */
  readonly asks: 'sure' | 'goOn' | null;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

const tones = { conflict: 'danger', change: 'info', unclear: 'warning' } as const;

/** The new paper held against the client's data: what differs, value beside value, and what is still being read. */
export function RenewCheck({ check, renewed, isUnreadable, asks, isSure, onSure }: RenewCheckProps) {
  const t = useT();
  const paper = renewed.title === '' ? t(`vocabulary.documentKind.${renewed.kind}`) : renewed.title;
  return (
    <>
      <State check={check} paper={paper} isUnreadable={isUnreadable} />
      {(['conflict', 'change', 'unclear'] as const).map((weight) => {
        const differing = check.differences.filter((one) => one.weight === weight);
        return (
          differing.length > 0 && (
            <Notice key={weight} tone={tones[weight]} title={t(`viewer.renew.check.${weight}`, { paper })}>
              <Differences differences={differing} />
              {weight !== 'change' && (
                <Link href={paths.document(renewed.id)}>{t('viewer.renew.check.look', { paper })}</Link>
              )}
            </Notice>
          )
        );
      })}
      {asks !== null && (
        <Checkbox
          label={t(`viewer.renew.check.${asks}`)}
          checked={isSure}
          onChange={(event) => onSure(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

interface StateProps extends Pick<RenewCheckProps, 'check' | 'isUnreadable'> {
  readonly paper: string;
}

/** How far it is known what the paper says, and that it says the same. */
function State({ check: { state, comparedCount, differences }, paper, isUnreadable }: StateProps) {
  const t = useT();
  if (state === 'none') return null;
  if (state === 'unreadable' || isUnreadable)
    return <Status of="warning">{t('viewer.renew.check.unreadable', { paper })}</Status>;
  if (state === 'waiting')
    return (
      <span role="status">
        <Status of="in_review">{t('viewer.renew.check.waiting', { paper })}</Status>
      </span>
    );
  if (differences.length > 0) return null;
  return comparedCount === 0 ? (
    <Status of="to_confirm">{t('viewer.renew.check.nothing', { paper })}</Status>
  ) : (
    <Status of="satisfied">{t('viewer.renew.check.same', { paper, count: comparedCount })}</Status>
  );
}

function Differences({ differences }: { readonly differences: readonly RenewalDifference[] }) {
  const t = useT();
  const { paper } = usePaper();
  const entityType = useClientOfPaper()?.client.entityType ?? 'company';
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('viewer.renew.check.paper')}</th>
          <th scope="col">{t('viewer.renew.check.client')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, says, known }) => {
          const isId = natureOf(field) === 'resident_id';
          return (
            <tr key={field}>
              <th scope="row">{statedLabel(paper.kind, field, entityType, t)}</th>
              <td>{isId ? maskIdNumber(says) : says}</td>
              <td>{isId ? maskIdNumber(known) : known}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { useQuery } from '@tanstack/react-query';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { keptMs } from './kept-ms.ts';
import { usePaper } from './paper-context.tsx';
import { Part } from './part.tsx';
import styles from './viewer.module.css';

const shownAtMost = 5;

/** To whom copies of the paper went, the latest first. */
export function HandedOut() {
  const t = useT();
  const { query } = useApi();
  const { paper } = usePaper();
  const input = { filter: { documentId: paper.id }, limit: shownAtMost };
  const found = useQuery({ ...query.handOuts.list.queryOptions({ input }), gcTime: keptMs }).data;
  if (found === undefined) return null;
  const { rows, total } = found;
  return (
    <Part
      title={t('handOuts.part.title')}
      count={total > 0 ? t('handOuts.part.count', { n: total }) : undefined}
    >
      {total === 0 && <EmptyLine>{t('handOuts.part.none')}</EmptyLine>}
      <ul>
        {rows.map(({ id, recipient, purpose, handedAtMs, way, copyName, outcome }) => (
          <li key={id} className={styles.use}>
            <span className="cf-cut" title={copyName}>
              {t('handOuts.part.line', { recipient, purpose })}
            </span>
            <span className="cf-ink-2 cf-nowrap">{dateOfInstant(handedAtMs)}</span>
            <span className="cf-xs cf-ink-3 cf-cut">
              {t(outcome === null ? `handOuts.way.${way}` : `handOuts.outcome.${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
      {total > 0 && (
        <Link className="cf-xs" href={paths.handOuts({ documentId: paper.id })}>
          {t('handOuts.part.all', { n: total })}
        </Link>
      )}
    </Part>
  );
}

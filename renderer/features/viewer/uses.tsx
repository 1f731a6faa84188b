import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { keptMs } from './kept-ms.ts';
import { usePaper } from './paper-context.tsx';
import { Part } from './part.tsx';
import styles from './viewer.module.css';

/** The lines of checklists that the paper stands on; each leads there. */
export function Uses() {
  const t = useT();
  const { query } = useApi();
  const say = useRuleText();
  const wordsOf = useOrderWords();
  const { paper } = usePaper();
  const uses = useQuery({
    ...query.documents.uses.queryOptions({ input: { id: paper.id } }),
    gcTime: keptMs,
  }).data;
  if (uses === undefined) return null;
  return (
    <Part
      title={t('viewer.uses')}
      count={uses.length > 0 ? t('viewer.usesCount', { n: uses.length }) : undefined}
    >
      {uses.length === 0 && <EmptyLine>{t('viewer.unused')}</EmptyLine>}
      <ul>
        {uses.map((use) => (
          <li key={use.itemId} className={styles.use}>
            <Link
              href={paths.application(use.applicationId, use.itemId)}
              className="cf-cut"
              title={`${use.applicationNumber} ${use.accountName}`}
            >
              {t('viewer.useOf', { account: use.accountName, kind: wordsOf(use) })}
            </Link>
            <span className="cf-ink-2 cf-nowrap">{t(`vocabulary.stage.${use.stage}`)}</span>
            <span className="cf-xs cf-ink-3 cf-cut">{say(use.itemTitle)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

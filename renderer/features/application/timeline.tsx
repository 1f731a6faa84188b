import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { shownAtMs, timelineOf } from './timeline-entries.ts';
import type { TimelineEntry } from './timeline-entries.ts';
import styles from './timeline.module.css';

const shortLength = 8;

/** What was recorded about this order, newest first. */
export function Timeline() {
  const t = useT();
  const { query } = useApi();
  const { details } = useCase();
  const { id, clientId } = details.application;
  const [whole, setWhole] = useState(false);
  const history = useQuery(query.history.list.queryOptions({ input: { clientId, limit: 500 } }));
  const entries = timelineOf(history.data ?? [], id);
  const shown = whole ? entries : entries.slice(0, shortLength);
  return (
    <section aria-labelledby="timeline-head">
      <PartHead id="timeline-head" title={t('application.timeline.title')}>
        {entries.length > shortLength && (
          <TextButton plain onClick={() => setWhole(!whole)}>
            {t(whole ? 'application.timeline.fewer' : 'application.timeline.all', { count: entries.length })}
          </TextButton>
        )}
      </PartHead>
      {history.error && <QueryFailure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data !== undefined && entries.length === 0 && (
        <EmptyLine>{t('application.timeline.empty')}</EmptyLine>
      )}
      <ol className={styles.list}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { details, nowMs } = useCase();
  const item = details.items.find(({ id }) => id === entry.itemId);
  const done = t(`application.timeline.action.${entry.action}`);
  const action = entry.isUndo ? t('application.timeline.undone', { action: done }) : done;
  const subject = entry.text ?? (item && ruleText(item.requirement.title));
  const recorded = format.moment(entry.atMs, nowMs);
  const isLate = dateOfInstant(shownAtMs(entry)) !== dateOfInstant(entry.atMs);
  return (
    <li className={styles.entry}>
      <span className={styles.when} title={t('application.timeline.recordedAt', { moment: recorded })}>
        {format.moment(shownAtMs(entry), nowMs)}
      </span>
      <span>
        {subject === undefined ? action : t('application.timeline.about', { action, subject })}
        {isLate && (
          <span className="cf-ink-3">{t('application.timeline.recorded', { moment: recorded })}</span>
        )}
      </span>
      <span className="cf-ink-3 cf-nowrap">{entry.actorName}</span>
    </li>
  );
}

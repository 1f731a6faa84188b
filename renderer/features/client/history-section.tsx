import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '#shared/contract/history.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { useTakeable } from '#renderer/api/use-takeable.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { changesTogether, changeWords } from './history-words.ts';
import type { HistorySpeech } from './history-words.ts';
import { Section } from './section.tsx';
import styles from './history.module.css';

const shortLength = 20;
/** The most that the backend gives at a time. */
const mostEntries = 500;

/** What was done for this client, the latest first, each with the values before and after. */
export function HistorySection() {
  const t = useT();
  const { query } = useApi();
  const { details, account } = useClient();
  const [isWhole, setWhole] = useState(false);
  const owner = account === undefined ? { clientId: details.client.id } : { accountId: account.id };
  const whole = useQuery({
    ...query.history.list.queryOptions({ input: { ...owner, limit: mostEntries } }),
    enabled: isWhole,
  });
  const all = changesTogether(isWhole && whole.data !== undefined ? whole.data : details.history);
  const changes = isWhole ? all : all.slice(0, shortLength);
  const speech = useSpeech();
  const takeable = useTakeable(changes.map(([{ changeId }]) => changeId));
  const takeBack = useTakeBack();
  const { historyCount } = details;
  return (
    <Section
      id="history"
      title={t('client.history.title')}
      count={historyCount > 0 ? t('client.history.count', { n: historyCount }) : undefined}
      end={
        historyCount > shortLength && (
          <TextButton onClick={() => setWhole(!isWhole)}>
            {t(
              isWhole
                ? 'client.history.fewer'
                : historyCount > mostEntries
                  ? 'client.history.latest'
                  : 'components.action.all',
              { n: mostEntries },
            )}
          </TextButton>
        )
      }
    >
      {changes.length === 0 ? (
        <EmptyLine>{t('client.history.empty')}</EmptyLine>
      ) : (
        <ul>
          {changes.map((change) => (
            <Change
              key={change[0].id}
              change={change}
              speech={speech}
              {...(takeable.has(change[0].changeId) && { onTakeBack: takeBack })}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface ChangeProps {
  readonly change: readonly [HistoryEntry, ...HistoryEntry[]];
  readonly speech: HistorySpeech;
  /** Only where nothing that was done since builds on the change. */
  readonly onTakeBack?: (changeId: string) => void;
}

function Change({ change, speech, onTakeBack }: ChangeProps) {
  const { format, nowMs } = speech;
  const [entry] = change;
  const { what, changes } = changeWords(change, speech);
  return (
    <li className={styles.entry}>
      <span className="cf-xs cf-ink-3 cf-nowrap">{format.moment(entry.atMs, nowMs)}</span>
      <span className="cf-xs cf-ink-2 cf-cut">{entry.actorName ?? '—'}</span>
      <span className={styles.what}>
        {what}
        {changes.map(({ field, before, after }, index) => (
          <span key={`${index} ${field}`} className={styles.change}>
            <span className="cf-ink-2">{field}</span> {before !== null && <del>{before}</del>} {after}
          </span>
        ))}
      </span>
      {onTakeBack && (
        <TextButton
          className={styles.takeBack}
          aria-label={speech.t('client.history.takeBack', { what })}
          onClick={() => onTakeBack(entry.changeId)}
        >
          {speech.t('components.action.undo')}
        </TextButton>
      )}
    </li>
  );
}

/** Names for the keys that an entry points with: consultants, people, papers and accounts of this page. */
function useSpeech(): HistorySpeech {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const say = useRuleText();
  const { details, nowMs } = useClient();
  const consultants = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const names = new Map<string, string>([
    ...consultants.map(({ id, name }): [string, string] => [id, name]),
    ...details.contacts.map(({ contactId, name }): [string, string] => [contactId, name]),
    ...details.documents.map(({ id, title }): [string, string] => [id, title]),
    ...details.accounts.map(({ id, name }): [string, string] => [id, name]),
    ...details.former.flatMap(({ value, mergedId }): [string, string][] =>
      mergedId === null ? [] : [[mergedId, value]],
    ),
    ...details.questions.map(({ questionId, text }): [string, string] => [questionId, say(text)]),
  ]);
  return { t, format, nowMs, entityType: details.client.entityType, nameOf: (id) => names.get(id) };
}

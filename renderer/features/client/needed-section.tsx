import { useQuery } from '@tanstack/react-query';
import type { NeededPapers } from '#shared/domain/needed-papers.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useSaveAnswer } from '#renderer/api/use-save-answer.ts';
import { AnswerChoice } from '#renderer/components/answer-choice.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { Status } from '#renderer/components/status.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { NeededRow } from './needed-row.tsx';
import styles from './needed.module.css';
import { Section } from './section.tsx';

/** The cheapest papers that would do for all open applications and categories together, and for whom each is. */
export function NeededSection() {
  const t = useT();
  const { query } = useApi();
  const { client } = useClient().details;
  const needed = useQuery(query.clients.neededPapers.queryOptions({ input: { id: client.id } }));
  const { data } = needed;
  const items = data?.applications.flatMap((application) => application.items) ?? [];
  return (
    <Section
      id="needed"
      title={t('needed.title')}
      count={data && data.papers.length > 0 ? t('needed.count', { count: data.papers.length }) : undefined}
      end={
        items.length > 0 && (
          <span className="cf-xs cf-ink-3">
            {t('needed.met', { met: items.filter(({ isMet }) => isMet).length, all: items.length })}
          </span>
        )
      }
    >
      {needed.error ? (
        <QueryFailure error={needed.error} onRetry={() => void needed.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows count={3} />
      ) : (
        <Plan plan={data} />
      )}
    </Section>
  );
}

function Plan({ plan }: { readonly plan: NeededPapers }) {
  const t = useT();
  const { papers, assuming, applications, categories, isCheapest } = plan;
  const isAsked = applications.length > 0 || categories.length > 0;
  return (
    <>
      {papers.length === 0 && assuming.length === 0 && (
        <EmptyLine>{t(isAsked ? 'needed.empty' : 'needed.nothingAsked')}</EmptyLine>
      )}
      <ul>
        {papers.map((paper) => (
          <NeededRow key={paper.key} paper={paper} />
        ))}
      </ul>
      <Assumptions plan={plan} />
      <Closed plan={plan} />
      {papers.length > 0 && (
        <p className={styles.foot}>
          {isCheapest ? t('needed.shared') : t('needed.notProven')}
          <Trust of="inferred" brief />
        </p>
      )}
    </>
  );
}

/** What has to be found out; a question of the list is answered here. */
function Assumptions({ plan: { assuming } }: { readonly plan: NeededPapers }) {
  const t = useT();
  const say = useRuleText();
  const { client, questions } = useClient().details;
  const onAnswer = useSaveAnswer(client.id);
  if (assuming.length === 0) return null;
  const textOf = (id: string): string | undefined => {
    const question = questions.find(({ questionId }) => questionId === id);
    return question && say(question.text);
  };
  return (
    <ul aria-label={t('needed.assuming')}>
      {assuming.map(({ text, questionId }) => (
        <li key={text.zh} className={styles.paper}>
          <span className={styles.act}>
            <Status of="to_confirm" />
          </span>
          <div className="cf-grow">
            <p>{say(text)}</p>
            <p className={styles.note}>{t(questionId === null ? 'needed.extent' : 'needed.assuming')}</p>
          </div>
          {questionId !== null && (
            <AnswerChoice
              question={textOf(questionId) ?? say(text)}
              value={null}
              onAnswer={(isYes) => onAnswer(questionId, isYes)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Closed({ plan: { categories } }: { readonly plan: NeededPapers }) {
  const t = useT();
  const say = useRuleText();
  const closed = new Map(
    categories.filter(({ state }) => state === 'closed').map((each) => [each.categoryId, each.title]),
  );
  return [...closed].map(([id, title]) => (
    <p key={id} className={styles.foot}>
      {t('needed.closed', { category: say(title) })}
    </p>
  ));
}

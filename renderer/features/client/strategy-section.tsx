import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { distrustOf } from '#shared/domain/rule-basis.ts';
import type { Strategy } from '#shared/domain/strategy.ts';
import type { Beginning } from '#shared/domain/strategy-step.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { NewApplicationDialog } from './new-application-dialog.tsx';
import { Section } from './section.tsx';
import { StrategyRow } from './strategy-row.tsx';
import { costWords } from './strategy-words.ts';
import styles from './strategy.module.css';

/** What is recommended for this client, step by step with its reasons. It holds nothing back. */
export function StrategySection() {
  const t = useT();
  const { query } = useApi();
  const { client } = useClient().details;
  const strategy = useQuery(query.clients.strategy.queryOptions({ input: { id: client.id } }));
  const [start, setStart] = useState<Beginning | null>(null);
  const [isWhole, setWhole] = useState(false);
  const { data } = strategy;
  const optional = data?.steps.filter(({ weight }) => weight === 'option').length ?? 0;
  return (
    <Section
      id="strategy"
      title={t('strategy.title')}
      count={data && data.steps.length > 0 ? t('strategy.count', { n: data.steps.length }) : undefined}
      end={
        optional > 0 && (
          <TextButton plain aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('strategy.hideOptions') : t('strategy.options', { n: optional })}
          </TextButton>
        )
      }
    >
      {strategy.error ? (
        <QueryFailure error={strategy.error} onRetry={() => void strategy.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows count={3} />
      ) : (
        <Steps
          strategy={data}
          isWhole={isWhole}
          onBegin={client.deletedAtMs === null ? setStart : undefined}
        />
      )}
      {start !== null && <NewApplicationDialog start={start} onClose={() => setStart(null)} />}
    </Section>
  );
}

interface StepsProps {
  readonly strategy: Strategy;
  /** With the steps that are only for who plans so. */
  readonly isWhole: boolean;
  readonly onBegin: ((start: Beginning) => void) | undefined;
}

/** The steps in their order, and below them by what core platform and at what cost. */
function Steps({ strategy, isWhole, onBegin }: StepsProps) {
  const t = useT();
  const format = useFormat();
  const shown = strategy.steps.filter(({ weight }) => isWhole || weight !== 'option');
  const platform = t(`vocabulary.platform.${strategy.core.platform}`);
  const cost = costWords(strategy.cost, { t, format });
  const [weakest] = strategy.cost.bases.toSorted((a, b) => distrustOf(b.tag) - distrustOf(a.tag));
  return (
    <>
      {shown.length === 0 && <EmptyLine>{t('strategy.empty')}</EmptyLine>}
      <ol>
        {shown.map((step, index) => (
          <StrategyRow
            key={step.id}
            step={step}
            place={index + 1}
            sources={strategy.sources}
            onBegin={onBegin}
          />
        ))}
      </ol>
      <p className={styles.foot}>
        {t(`strategy.core.${strategy.core.why}`, { platform })}
        <Trust of={strategy.core.why === 'advice' ? 'article' : 'record'} brief />
      </p>
      {cost !== undefined && (
        <p className={styles.foot}>
          {cost}
          {weakest && <Trust of={trustOf(weakest.tag)} asOf={format.dateLong(weakest.asOf)} brief />}
        </p>
      )}
    </>
  );
}

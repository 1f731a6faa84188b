import type { ReactNode } from 'react';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { CellLine, Lines, UnknownLine } from './platform-cells.tsx';
import { FeeLines, ReviewWindow, SubjectLines } from './platform-topics.tsx';
import styles from './platforms.module.css';

const topics = [
  'subjects',
  'review',
  'fees',
  'validity',
  'annualReview',
  'refills',
  'withdrawal',
  'nameLength',
  'statements',
  'conflicts',
  'unknowns',
] as const;
type Topic = (typeof topics)[number];

/** Topic by topic what the rules of each platform say, on whose word, and as of when. */
export function PlatformsTable({ platforms }: { readonly platforms: readonly ComparedPlatform[] }) {
  const t = useT();
  return (
    <PlainTable className={styles.topics} aria-label={t('platforms.topics')}>
      <thead>
        <tr>
          <th scope="col">{t('platforms.topic')}</th>
          {platforms.map(({ platform }) => (
            <th key={platform} scope="col">
              {t(`vocabulary.platform.${platform}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <TopicRow key={topic} title={t(`platforms.row.${topic}`)}>
            {platforms.map(({ platform, rules }) => (
              <td key={platform}>
                {rules === null ? (
                  <span className="cf-ink-3">{t('platforms.noRules')}</span>
                ) : (
                  <TopicCell topic={topic} rules={rules} />
                )}
              </td>
            ))}
          </TopicRow>
        ))}
        <TopicRow title={t('platforms.row.orders')}>
          {platforms.map(({ platform, orders }) => (
            <td key={platform}>
              {orders.length === 0
                ? t('platforms.none')
                : orders.map((kind) => t(`vocabulary.applicationKind.${kind}`)).join(t('platforms.list'))}
            </td>
          ))}
        </TopicRow>
      </tbody>
    </PlainTable>
  );
}

function TopicRow({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {children}
    </tr>
  );
}

function TopicCell({ topic, rules }: { readonly topic: Topic; readonly rules: ComparedRules }) {
  const t = useT();
  switch (topic) {
    case 'subjects':
      return <SubjectLines rules={rules} />;
    case 'review':
      return (
        <CellLine cell={rules.review} rules={rules}>
          {({ unit, total }) => t(`platforms.unit.${unit}`, { count: total })}
        </CellLine>
      );
    case 'fees':
      return <FeeLines rules={rules} />;
    case 'validity':
      return (
        <CellLine cell={rules.validity} rules={rules}>
          {({ years }) => (years === null ? t('platforms.endless') : t('platforms.years', { count: years }))}
        </CellLine>
      );
    case 'annualReview':
      return <ReviewWindow rules={rules} />;
    case 'refills':
      return (
        <CellLine cell={rules.refills} rules={rules}>
          {({ max }) => t('platforms.refills', { count: max })}
        </CellLine>
      );
    case 'withdrawal':
      return (
        <CellLine cell={rules.withdrawal} rules={rules}>
          {({ inReview }) => t(inReview ? 'platforms.withdrawable' : 'platforms.notWithdrawable')}
        </CellLine>
      );
    case 'nameLength':
      return (
        <CellLine cell={rules.nameLength} rules={rules}>
          {({ minUnits, maxUnits }) => t('platforms.name', { min: minUnits, max: maxUnits })}
        </CellLine>
      );
    case 'statements':
      return <Lines lines={rules.statements} rules={rules} />;
    case 'conflicts':
      return <Lines lines={rules.conflicts} rules={rules} />;
    case 'unknowns':
      return rules.unknowns.length === 0 ? (
        <span className="cf-ink-3">{t('platforms.none')}</span>
      ) : (
        rules.unknowns.map(({ text, basis }) => (
          <UnknownLine key={basis.place} text={text} basis={basis} rules={rules} />
        ))
      );
  }
}

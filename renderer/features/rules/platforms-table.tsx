import type { ReactNode } from 'react';
import type { ApplicationKind } from '#shared/domain/application.ts';
import { rulesOfType } from '#shared/domain/compared-entity-type.ts';
import type { RulesOfType } from '#shared/domain/compared-entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { CellLine, Folded, NotApplicable } from './platform-cells.tsx';
import { FeeCell, ReviewWindow, SubjectCell } from './platform-topics.tsx';
import styles from './platforms.module.css';

const topics = [
  'subjects',
  'fees',
  'review',
  'validity',
  'annualReview',
  'refills',
  'withdrawal',
  'nameLength',
] as const;
type Topic = (typeof topics)[number];

interface PlatformsTableProps {
  readonly platforms: readonly ComparedPlatform[];
  /** The kind of body whose rules are shown. */
  readonly entityType: EntityType;
}

/** Topic by topic what the rules of each platform say of one entity type, on whose word, and as of when. */
export function PlatformsTable({ platforms, entityType }: PlatformsTableProps) {
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
            {platforms.map((compared) => (
              <td key={compared.platform}>
                <PlatformCell topic={topic} compared={compared} entityType={entityType} />
              </td>
            ))}
          </TopicRow>
        ))}
        <TopicRow title={t('platforms.row.orders')}>
          {platforms.map(({ platform, orders }) => (
            <td key={platform}>
              <Orders platform={platform} kinds={orders} />
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

const kindsInALine = 2;

/** The kinds of application that a pack covers there: the first by name, the others folded. */
function Orders({
  platform,
  kinds,
}: {
  readonly platform: Platform;
  readonly kinds: readonly ApplicationKind[];
}) {
  const t = useT();
  const about = t('platforms.cell', {
    platform: t(`vocabulary.platform.${platform}`),
    topic: t('platforms.row.orders'),
  });
  const names = kinds.map((kind) => t(`vocabulary.applicationKind.${kind}`));
  if (names.length === 0) return <span className="cf-ink-3 cf-xs">{t('platforms.none')}</span>;
  return (
    <Folded about={about} more={names.slice(kindsInALine)}>
      <span>{names.slice(0, kindsInALine).join(t('platforms.list'))}</span>
    </Folded>
  );
}

interface PlatformCellProps {
  readonly topic: Topic;
  readonly compared: ComparedPlatform;
  readonly entityType: EntityType;
}

function PlatformCell({ topic, compared: { platform, rules }, entityType }: PlatformCellProps) {
  const t = useT();
  const ofType = rules === null ? undefined : rulesOfType(rules, entityType);
  if (rules === null || ofType === undefined) {
    return <span className="cf-ink-3 cf-xs">{t('platforms.noRules')}</span>;
  }
  const about = t('platforms.cell', {
    platform: t(`vocabulary.platform.${platform}`),
    topic: t(`platforms.row.${topic}`),
  });
  return <TopicCell topic={topic} about={about} rules={rules} ofType={ofType} />;
}

interface TopicCellProps {
  readonly topic: Topic;
  readonly about: string;
  readonly rules: ComparedRules;
  readonly ofType: RulesOfType;
}

function TopicCell({ topic, about, rules, ofType }: TopicCellProps) {
  switch (topic) {
    case 'subjects':
      return <SubjectCell about={about} rules={rules} ofType={ofType} />;
    case 'fees':
      return <FeeCell about={about} rules={rules} ofType={ofType} />;
    case 'annualReview':
      return ofType.fee === null ? <NotApplicable /> : <ReviewWindow about={about} rules={rules} />;
    case 'review':
    case 'validity':
    case 'refills':
    case 'withdrawal':
    case 'nameLength':
      return (
        <div className={styles.line}>
          {ofType.fee === null ? <NotApplicable /> : <Figure topic={topic} rules={rules} />}
        </div>
      );
  }
}

interface FigureProps {
  readonly topic: Exclude<Topic, 'subjects' | 'fees' | 'annualReview'>;
  readonly rules: ComparedRules;
}

/** A matter that is told in one figure or one word. */
function Figure({ topic, rules }: FigureProps) {
  const t = useT();
  switch (topic) {
    case 'review':
      return (
        <CellLine cell={rules.review} rules={rules}>
          {({ unit, total }) => t(`platforms.unit.${unit}`, { count: total })}
        </CellLine>
      );
    case 'validity':
      return (
        <CellLine cell={rules.validity} rules={rules}>
          {({ years }) => (years === null ? t('platforms.endless') : t('platforms.years', { count: years }))}
        </CellLine>
      );
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
  }
}

import type { CSSProperties, ReactNode } from 'react';
import { rulesOfType } from '#shared/domain/compared-entity-type.ts';
import type { RulesOfType } from '#shared/domain/compared-entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { TrustTag } from '#shared/domain/rule-pack.ts';
import { span, Ticks } from '#renderer/components/ticks.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { NotApplicable, NotFound } from './platform-cells.tsx';
import { daysOnAxis, reviewAxis } from './platform-figures.ts';
import type { Axis } from './platform-figures.ts';
import { MayCertify } from './platform-topics.tsx';
import styles from './platforms.module.css';

interface PictureProps {
  readonly platforms: readonly ComparedPlatform[];
  readonly entityType: EntityType;
}

const monthsPerYear = 12;
const monthStepPx = 5;

/** A row for each platform: the review in working days on one axis, the fee, the term in months. */
export function PlatformsPicture({ platforms, entityType }: PictureProps) {
  const t = useT();
  const axis = reviewAxis(platforms);
  return (
    <table className={styles.picture} aria-label={t('platforms.picture')}>
      <thead>
        <tr>
          <th scope="col">{t('platforms.column.platform')}</th>
          <th scope="col">{t('platforms.column.subjects')}</th>
          <th scope="col">
            {t('platforms.column.review')}
            <Scale axis={axis} />
          </th>
          <th scope="col">{t('platforms.column.fee')}</th>
          <th scope="col">{t('platforms.column.validity')}</th>
        </tr>
      </thead>
      <tbody>
        {platforms.map((compared) => (
          <PlatformRow key={compared.platform} compared={compared} entityType={entityType} axis={axis} />
        ))}
      </tbody>
    </table>
  );
}

/** The figures of the axis, each at the end of its tick. */
function Scale({ axis: { marks, days, step } }: { readonly axis: Axis }) {
  return (
    <span className={styles.scale} style={{ width: days * step }} aria-hidden>
      {marks.map((mark) => (
        <span key={mark} style={{ left: mark * step }}>
          {mark}
        </span>
      ))}
    </span>
  );
}

interface PlatformRowProps {
  readonly compared: ComparedPlatform;
  readonly entityType: EntityType;
  readonly axis: Axis;
}

function PlatformRow({ compared: { platform, rules }, entityType, axis }: PlatformRowProps) {
  const t = useT();
  const ofType = rules === null ? undefined : rulesOfType(rules, entityType);
  return (
    <tr>
      <th scope="row">{t(`vocabulary.platform.${platform}`)}</th>
      {rules === null || ofType === undefined ? (
        <td colSpan={4} className="cf-ink-3 cf-xs">
          {t('platforms.noRules')}
        </td>
      ) : (
        <Figures platform={platform} rules={rules} ofType={ofType} axis={axis} />
      )}
    </tr>
  );
}

interface FiguresProps {
  readonly platform: Platform;
  readonly rules: ComparedRules;
  readonly ofType: RulesOfType;
  readonly axis: Axis;
}

function Figures({ platform, rules, ofType: { subject, fee }, axis }: FiguresProps) {
  const applies = fee !== null;
  return (
    <>
      <td>
        <span className={styles.drawn}>
          <MayCertify state={subject.state} />
        </span>
      </td>
      <td>
        {applies ? <Review platform={platform} review={rules.review} axis={axis} /> : <NotApplicable />}
      </td>
      <td>
        <span className={styles.amount}>
          {applies ? <Fee amountFen={fee.amountFen} /> : <NotApplicable />}
        </span>
      </td>
      <td>{applies ? <Term platform={platform} validity={rules.validity} /> : <NotApplicable />}</td>
    </>
  );
}

interface DrawnProps {
  /** How long the axis is, in px, so that what stands behind it is in line. */
  readonly length: number;
  /** The ticks; without them the axis is an empty, dashed line. */
  readonly ticks: ReactNode;
  readonly children: ReactNode;
}

function Drawn({ length, ticks, children }: DrawnProps) {
  return (
    <span className={styles.drawn} style={{ '--length': `${length}px` } as CSSProperties}>
      <span className={styles.axis} data-empty={ticks === null || undefined}>
        {ticks}
      </span>
      {children}
    </span>
  );
}

function Said({ children, tag }: { readonly children: string; readonly tag: TrustTag }) {
  return (
    <>
      <span className="cf-strong">{children}</span>
      <Trust of={trustOf(tag)} brief />
    </>
  );
}

interface ReviewProps {
  readonly platform: Platform;
  readonly review: ComparedRules['review'];
  readonly axis: Axis;
}

function Review({ platform, review, axis: { days: length, step } }: ReviewProps) {
  const t = useT();
  if (review.state === 'unknown') {
    return (
      <Drawn length={length * step} ticks={null}>
        <NotFound />
      </Drawn>
    );
  }
  const { unit, total } = review.value;
  const time = t(`platforms.unit.${unit}`, { count: total });
  const days = daysOnAxis(unit, total);
  const label = t('platforms.reviewDrawn', { platform: t(`vocabulary.platform.${platform}`), time });
  const gap = step > 3 ? 2 : 1;
  return (
    <Drawn
      length={length * step}
      ticks={<Ticks ticks={span(days, days)} tone="info" label={label} width={step - gap} gap={gap} />}
    >
      <Said tag={review.basis.tag}>{time}</Said>
    </Drawn>
  );
}

function Fee({ amountFen: cell }: Pick<NonNullable<RulesOfType['fee']>, 'amountFen'>) {
  const t = useT();
  const format = useFormat();
  if (cell.state === 'unknown') return <NotFound />;
  return (
    <Said tag={cell.basis.tag}>{cell.value === 0 ? t('platforms.free') : format.money(cell.value)}</Said>
  );
}

interface TermProps {
  readonly platform: Platform;
  readonly validity: ComparedRules['validity'];
}

function Term({ platform, validity }: TermProps) {
  const t = useT();
  const length = monthsPerYear * monthStepPx;
  if (validity.state === 'unknown') {
    return (
      <Drawn length={length} ticks={null}>
        <NotFound />
      </Drawn>
    );
  }
  const { years } = validity.value;
  const term = years === null ? t('platforms.endless') : t('platforms.years', { count: years });
  const months = (years ?? 0) * monthsPerYear;
  const label = t('platforms.validityDrawn', { platform: t(`vocabulary.platform.${platform}`), term });
  return (
    <Drawn
      length={length}
      ticks={<Ticks ticks={span(months, months)} tone="success" width={4} gap={1} label={label} />}
    >
      <Said tag={validity.basis.tag}>{term}</Said>
    </Drawn>
  );
}

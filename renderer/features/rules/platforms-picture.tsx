import type { ReactNode } from 'react';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Cell } from '#shared/domain/comparison-cell.ts';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { ClockUnit } from '#shared/domain/rule-pack.ts';
import { span, Ticks } from '#renderer/components/ticks.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { daysOnAxis, feeOf } from './platform-figures.ts';
import styles from './platforms.module.css';

interface PictureProps {
  readonly platforms: readonly ComparedPlatform[];
  readonly entityType: EntityType;
}

const tick = { width: 6, gap: 2 };
const monthsPerYear = 12;

/** A row for each platform: the review in working days on one axis, the fee, the term in months. Unknown is hollow. */
export function PlatformsPicture({ platforms, entityType }: PictureProps) {
  const t = useT();
  return (
    <table className={styles.picture} aria-label={t('platforms.picture')}>
      <thead>
        <tr>
          <th scope="col">{t('platforms.column.platform')}</th>
          <th scope="col">
            {t('platforms.column.review')} <span className="cf-ink-3">{t('platforms.days')}</span>
          </th>
          <th scope="col">{t('platforms.column.fee')}</th>
          <th scope="col">{t('platforms.column.validity')}</th>
        </tr>
      </thead>
      <tbody>
        {platforms.map(({ platform, rules }) => (
          <tr key={platform}>
            <th scope="row">{t(`vocabulary.platform.${platform}`)}</th>
            {rules === null ? (
              <td colSpan={3}>
                <Hollow>{t('platforms.noRules')}</Hollow>
              </td>
            ) : (
              <>
                <td>
                  <Review platform={platform} review={rules.review} />
                </td>
                <td>
                  <Fee rules={rules} entityType={entityType} />
                </td>
                <td>
                  <Term platform={platform} validity={rules.validity} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a figure would stand that no source tells. */
function Hollow({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hollow}>{children}</span>;
}

function Drawn({ cell, children }: { readonly cell: Cell<unknown>; readonly children: ReactNode }) {
  return (
    <span className={styles.drawn}>
      {children}
      <Trust of={trustOf(cell.basis.tag)} brief />
    </span>
  );
}

function Review({
  platform,
  review,
}: {
  readonly platform: Platform;
  readonly review: ComparedRules['review'];
}) {
  const t = useT();
  if (review.state === 'unknown') {
    return (
      <Drawn cell={review}>
        <Hollow>{t('platforms.unknown')}</Hollow>
      </Drawn>
    );
  }
  const { unit, total } = review.value;
  const time = t(unitKey(unit), { count: total });
  const days = daysOnAxis(unit, total);
  const label = t('platforms.reviewDrawn', { platform: t(`vocabulary.platform.${platform}`), time });
  return (
    <Drawn cell={review}>
      <Ticks ticks={span(days, days)} tone="info" label={label} {...tick} />
      <span className="cf-strong">{time}</span>
    </Drawn>
  );
}

const unitKey = <Unit extends ClockUnit>(unit: Unit): `platforms.unit.${Unit}` => `platforms.unit.${unit}`;

function Fee({ rules, entityType }: { readonly rules: ComparedRules; readonly entityType: EntityType }) {
  const t = useT();
  const format = useFormat();
  const cell = feeOf(rules, entityType);
  if (cell === undefined) return <Hollow>{t('platforms.notNamed')}</Hollow>;
  return (
    <Drawn cell={cell}>
      {cell.state === 'unknown' ? (
        <Hollow>{t('platforms.unknown')}</Hollow>
      ) : (
        <span className="cf-strong">
          {cell.value === 0 ? t('platforms.free') : format.moneyWithUnit(cell.value)}
        </span>
      )}
    </Drawn>
  );
}

interface TermProps {
  readonly platform: Platform;
  readonly validity: ComparedRules['validity'];
}

function Term({ platform, validity }: TermProps) {
  const t = useT();
  if (validity.state === 'unknown') {
    return (
      <Drawn cell={validity}>
        <Hollow>{t('platforms.unknown')}</Hollow>
      </Drawn>
    );
  }
  const { years } = validity.value;
  const term = years === null ? t('platforms.endless') : t('platforms.years', { count: years });
  const months = (years ?? 0) * monthsPerYear;
  const label = t('platforms.validityDrawn', { platform: t(`vocabulary.platform.${platform}`), term });
  return (
    <Drawn cell={validity}>
      {months > 0 && <Ticks ticks={span(months, months)} tone="success" width={4} gap={1} label={label} />}
      <span className="cf-strong">{term}</span>
    </Drawn>
  );
}

import { IconDeviceFloppy, IconShieldCheckFilled } from '@tabler/icons-react';
import { heatKinds } from '#shared/contract/today.ts';
import type { TodayPage } from '#shared/contract/today.ts';
import { HeatMap } from '#renderer/components/heat-map.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { LoadBars, useLoadDrawing } from '#renderer/components/load-bars.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { openDuties } from './duties-of.ts';
import { Stakes } from './stakes.tsx';
import styles from './today-side.module.css';

/** Beside the agenda: what is at stake, what ends in the coming year, who has how much, and the last backup. */
export function TodaySide({ data, consultantId }: Parameters<typeof Stakes>[0]) {
  return (
    <aside className={styles.side}>
      <Stakes data={data} consultantId={consultantId} />
      <YearAhead data={data} />
      <Workload data={data} />
      <Desk data={data} />
    </aside>
  );
}

function YearAhead({ data }: { readonly data: TodayPage }) {
  const t = useT();
  const { months, rows, provisional, monthlyCapacity } = data.heat;
  const years = new Set(
    months.filter((_, index) => provisional[index]).map((month) => Number(month.slice(0, 4))),
  );
  return (
    <section>
      <PartHead title={t('today.heat')}>{t('today.heatHint')}</PartHead>
      <HeatMap
        months={months}
        rows={rows.map(({ kind, counts }) => ({ id: kind, label: t(`vocabulary.heatKind.${kind}`), counts }))}
        now={data.today.slice(0, 7)}
        provisionalYears={[...years]}
        capacity={monthlyCapacity}
        onOpen={(id, month) =>
          openDuties({ at: 'month', month, kind: heatKinds.find((kind) => kind === id) ?? null })
        }
      />
    </section>
  );
}

function Workload({ data }: { readonly data: TodayPage }) {
  const t = useT();
  const hasCapacity = data.workload.some(({ capacity }) => capacity !== null);
  const rows = data.workload.map(({ consultantId, name, overdue, thisWeek, waiting, capacity }) => {
    const inHand = overdue + thisWeek;
    const spare = capacity === null ? null : capacity - inHand;
    return {
      id: consultantId ?? '',
      name: name ?? t('today.nobody'),
      overdue,
      due: thisWeek,
      waiting,
      capacity,
      over: spare !== null && spare < 0,
      note:
        spare === null
          ? t('today.count', { n: inHand + waiting })
          : t(spare < 0 ? 'today.over' : 'today.spare', { n: Math.abs(spare) }),
    };
  });
  const drawing = useLoadDrawing(rows);
  if (rows.length === 0) return null;
  const unit = t(drawing.scale.tickWidth === null ? 'today.loadLength' : 'today.loadTicks');
  return (
    <section>
      <PartHead title={t('today.load')}>{hasCapacity ? t('today.loadHint', { unit }) : unit}</PartHead>
      <LoadBars
        rows={rows}
        drawing={drawing}
        onOpen={(id) => openDuties({ at: 'load', part: null, consultantId: id === '' ? null : id })}
      />
    </section>
  );
}

function Desk({ data }: { readonly data: TodayPage }) {
  const t = useT();
  const format = useFormat();
  const { backup } = data;
  return (
    <ul className={styles.desk}>
      <li>
        {backup === null ? (
          <IconDeviceFloppy size={16} stroke={iconStroke} aria-hidden />
        ) : (
          <IconShieldCheckFilled size={16} className="cf-success" aria-hidden />
        )}
        <span className="cf-grow">
          {backup === null
            ? t('today.noBackup')
            : t('today.backup', {
                moment: format.moment(backup.atMs, data.nowMs),
                clients: format.count(backup.clientCount),
                files: format.count(backup.fileCount),
              })}
        </span>
        <Link href={paths.settings('backup')}>{t('today.look')}</Link>
      </li>
    </ul>
  );
}

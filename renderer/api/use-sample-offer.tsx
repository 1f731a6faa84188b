import { Button } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { SampleOffer } from '#renderer/components/empty-state.tsx';
import { Pips } from '#renderer/components/pips.tsx';
import { Status, statuses } from '#renderer/components/status.tsx';
import { span, Ticks } from '#renderer/components/ticks.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import { ValidityStatus } from '#renderer/components/validity-cell.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useSamples } from './use-samples.ts';

/** Names of samples, and in how many days their certification ends. */
const previewed = [
  ['示例栩禾餐饮', 29, 1],
  ['示例听筝门诊', 65, 3],
  ['示例松间文旅', 163, 6],
] as const;
const returned = '示例鹿砚教育';

/** The offer to look around with constructed clients, for where none is yet; with what it looks like. */
export function useSampleOffer(): SampleOffer {
  const t = useT();
  const { query } = useApi();
  const samples = useSamples();
  const today = useQuery(query.system.info.queryOptions()).data?.today;
  return {
    Icon: IconDatabaseImport,
    title: t('components.samples.title'),
    note: t('components.samples.note'),
    action: (
      <Button loading={samples.isBusy} onClick={samples.add}>
        {t('components.samples.add')}
      </Button>
    ),
    ...(today !== undefined && { preview: [...previewOf(calendarDate(today)), returnedRow(t)] }),
  };
}

const previewOf = (today: CalendarDate) =>
  previewed.map(([name, days, months]) => {
    const { state } = shownValidity(addDays(today, days), today);
    return {
      id: name,
      cells: [
        name,
        <Ticks key="ticks" ticks={span(12, months)} tone={statuses[state].tone} width={3} label="" />,
        <span key="until" className="cf-ink-2">
          {addDays(today, days)}
        </span>,
        <ValidityStatus key="state" state={state} days={days} />,
      ],
    };
  });

const returnedRow = (t: ReturnType<typeof useT>) => ({
  id: returned,
  cells: [
    returned,
    <Pips key="pips" spent={2} using={1} total={3} tone="danger" />,
    <span key="no" className="cf-ink-2">
      {t('components.refill', { n: 3 })}
    </span>,
    <Status key="state" of="sent_back" />,
  ],
});

import { useMemo } from 'react';
import type { ClientRow, ClientSortKey } from '#shared/contract/clients.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { Found } from '#renderer/components/found.tsx';
import { PapersCell } from '#renderer/components/papers-cell.tsx';
import { Pips } from '#renderer/components/pips.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { ValidityCell } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { RuleSpeech } from '#renderer/i18n/rule-text.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { clientCell, entityTypeCell, factColumns } from './fact-columns.tsx';
import { nextStepWords, refillWords } from './next-step-words.ts';

interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly ruleText: RuleSpeech;
}

/**
 * The columns of the clients table, named as the backend's sort keys. What `search` finds is marked.
 */
export function useClientColumns(
  now: { readonly nowMs: number } | undefined,
  search: string,
  people: readonly { readonly id: string; readonly name: string }[],
): readonly Column<ClientRow>[] {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const today = now && dateOfInstant(now.nowMs);
  return useMemo(() => {
    const words = { t, format, ruleText };
    const consultants = people.map(({ id, name }) => ({ value: id, label: name }));
    return [
      ...whoColumns(words, search),
      ...factColumns(words, consultants),
      ...stateColumns(words, today),
      ...moneyColumns(words),
    ];
  }, [t, format, ruleText, today, search, people]);
}

/** A column that is sorted by its id. */
const sortable = (id: ClientSortKey) => ({ id, sortable: true });

function whoColumns({ t }: Words, search: string): Column<ClientRow>[] {
  return [
    {
      ...sortable('name'),
      always: true,
      title: t('clients.column.client'),
      width: 'minmax(180px, 3fr)',
      cell: clientCell('name', { kind: 'name' }),
      render: (row) => (
        <span className="cf-cut" title={row.name}>
          <Found text={row.name} query={search} />
        </span>
      ),
    },
    {
      ...sortable('entityType'),
      title: t('clients.column.entityType'),
      width: 'var(--cf-col-entity)',
      cell: clientCell('entityType', entityTypeCell(t)),
      render: (row) => (
        <span className="cf-ink-2 cf-cut" title={t(`vocabulary.entityType.${row.entityType}`)}>
          {t(`vocabulary.entityType.${row.entityType}`)}
        </span>
      ),
    },
    {
      ...sortable('creditCode'),
      title: t('clients.column.creditCode'),
      width: '150px',
      wideOnly: true,
      cell: clientCell('creditCode', ({ entityType }) => ({ kind: 'clientCode', entityType })),
      render: (row) =>
        row.creditCode === null ? (
          <span className="cf-ink-3">—</span>
        ) : (
          <span className="cf-mono cf-ink-2">
            <Found text={row.creditCode} query={search} />
          </span>
        ),
    },
    {
      ...sortable('accounts'),
      title: t('clients.column.accounts'),
      width: '52px',
      align: 'end',
      roomyOnly: true,
      text: (row) => String(row.accountCount),
      render: (row) => <span className="cf-ink-2">{row.accountCount}</span>,
    },
  ];
}

function stateColumns({ t, format, ruleText }: Words, today: CalendarDate | undefined): Column<ClientRow>[] {
  return [
    {
      ...sortable('certifiedUntil'),
      title: t('clients.column.certifiedUntil'),
      width: 'calc(var(--cf-col-validity) + 4px)',
      text: (row) => row.certifiedUntil ?? '',
      render: (row) => today && <UntilCell row={row} today={today} />,
    },
    {
      ...sortable('missing'),
      title: t('clients.column.papers'),
      width: 'var(--cf-col-papers)',
      text: (row) => `${row.paperCount}/${row.paperCount + row.missingCount}`,
      render: (row) => <PapersCell total={row.paperCount + row.missingCount} missing={row.missingCount} />,
    },
    {
      ...sortable('nextDue'),
      title: t('clients.column.next'),
      width: 'minmax(116px, 1fr)',
      text: (row) => (today === undefined ? '' : nextText({ row, today, t, format, ruleText })),
      render: (row) => today && <NextCell {...{ row, today, t, format, ruleText }} />,
    },
  ];
}

function moneyColumns({ t, format }: Words): Column<ClientRow>[] {
  return [
    {
      ...sortable('serviceFee'),
      title: t('clients.column.serviceFee'),
      width: '82px',
      align: 'end',
      render: (row) => <FeeCell fen={row.serviceFeeFen} t={t} format={format} />,
      cell: clientCell('serviceFeeFen', { kind: 'money' }),
    },
    {
      ...sortable('owed'),
      title: t('clients.column.owed'),
      width: '90px',
      align: 'end',
      text: (row) => String(row.owedFen / 100),
      // Nothing owed is a figure like the others, among which it is sorted.
      render: ({ owedFen }) => (
        <span className={owedFen > 0 ? undefined : 'cf-ink-3'}>{format.money(owedFen)}</span>
      ),
    },
  ];
}

function UntilCell({ row, today }: { readonly row: ClientRow; readonly today: CalendarDate }) {
  const shown = shownValidity(row.certifiedUntil, today);
  const state = row.certifiedUntil === null && row.returned !== null ? 'sent_back' : shown.state;
  return <ValidityCell {...shown} state={state} earliestOf={row.accountCount} />;
}

type NextProps = Words & { readonly row: ClientRow; readonly today: CalendarDate };

function nextText({ row, today, ...words }: NextProps): string {
  if (row.returned !== null) return refillWords(row.returned, { ...words, today });
  return row.next === null ? '' : nextStepWords(row.next, { ...words, today });
}

function NextCell({ row, today, t, format, ruleText }: NextProps) {
  if (row.returned !== null) {
    const { refillNo, refillMax } = row.returned;
    const words = refillWords(row.returned, { t, today });
    return (
      <span className="cf-row" title={words}>
        <Pips spent={refillNo - 1} using={1} total={refillMax} tone="warning" />
        <span className="cf-cut">{refillWords(row.returned, { t, today }, true)}</span>
      </span>
    );
  }
  if (row.next === null) return <span className="cf-ink-3">—</span>;
  const words = nextStepWords(row.next, { t, format, ruleText, today });
  return (
    <span className="cf-cut" title={words}>
      {words}
    </span>
  );
}

function FeeCell({ fen, t, format }: Pick<Words, 't' | 'format'> & { readonly fen: number | null }) {
  if (fen === null) return <span className="cf-ink-3">—</span>;
  return fen === 0 ? <span className="cf-ink-3">{t('clients.free')}</span> : <>{format.money(fen)}</>;
}

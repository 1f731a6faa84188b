import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { isAsking } from '#shared/domain/agenda.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { Status } from '#renderer/components/status.tsx';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface CardNoteProps {
  readonly row: ApplicationRow;
  readonly column: BoardColumn;
  readonly nowMs: number;
}

/** The second figure of a card: what it lacks, when its time is over, which refill it is, how it ended. */
export function CardNote({ row, column, nowMs }: CardNoteProps) {
  const t = useT();
  const format = useFormat();
  const today = dateOfInstant(nowMs);
  const { clock } = row;
  switch (column) {
    case 'collecting': {
      if (row.missingCount > 0)
        return <Status of="missing">{t('status.numbered.missing', { n: row.missingCount })}</Status>;
      const blockers = clock?.blockerCount ?? 0;
      return blockers > 0 && <Status of="blocker">{t('status.numbered.blockers', { n: blockers })}</Status>;
    }
    case 'ready':
      return (
        clock?.opensOn &&
        isAsking(clock, today) && (
          <span className="cf-ink-3">
            {t('applications.board.opens', { date: format.dateNear(clock.opensOn, today) })}
          </span>
        )
      );
    case 'authorisation':
    case 'payment':
      return <Lapse atMs={clock?.legalAtMs ?? null} nowMs={nowMs} />;
    case 'review':
      return (
        clock?.legalOn && (
          <span className="cf-ink-3">
            {t('applications.board.until', { date: format.dateNear(clock.legalOn, today) })}
          </span>
        )
      );
    case 'returned': {
      const n = row.refillNo ?? 1;
      const max = clock?.refillMax ?? null;
      return (
        <span className="cf-row">
          <Pips spent={n - 1} using={1} total={max} tone="warning" />
          <span className="cf-ink-3">{nthRefillWords(n, max, t)}</span>
        </span>
      );
    }
    case 'result':
      return <Result stage={row.stage} />;
  }
}

/** When an hour clock ends; once it has, the count says since when. */
function Lapse({ atMs, nowMs }: { readonly atMs: number | null; readonly nowMs: number }) {
  const format = useFormat();
  if (atMs === null || atMs < nowMs) return null;
  return <span className="cf-ink-3">{format.moment(atMs, nowMs)}</span>;
}

function Result({ stage }: Pick<ApplicationRow, 'stage'>) {
  const t = useT();
  const word = t(`vocabulary.stage.${stage}`);
  if (stage === 'passed') return <Status of="valid">{word}</Status>;
  return <Status of={stage === 'failed' ? 'rejected' : 'not_needed'}>{word}</Status>;
}

import type { ClientsLook } from '#shared/contract/bulk.ts';
import type { ClientPage } from '#shared/contract/clients.ts';
import { CellHints, useRowHints } from '#renderer/components/cell-hints.tsx';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface ListFootProps {
  readonly first: Pick<ClientPage, 'total' | 'returnedTotal' | 'serviceFeeTotalFen'> | undefined;
  /** The column of the active cell, if there is one: its keys are shown. */
  readonly cell: string | undefined;
  /** What the selected rows come to. */
  readonly chosen: ClientsLook | undefined;
}

/** How many there are and what they come to, of all and of those that are selected. */
export function ListFoot({ first, cell, chosen }: ListFootProps) {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const hints = useRowHints();
  return (
    <StatusBar
      keys={!narrow && (cell === undefined ? <KbdHints hints={hints} /> : <CellHints title={cell} />)}
    >
      {first && (
        <>
          <span>{t('clients.count', { n: format.count(first.total) })}</span>
          {chosen && (
            <span>
              {t('bulk.clients.chosen', { n: format.count(chosen.count) })}
              {'　'}
              {t('bulk.clients.feeTotal', { amount: format.money(chosen.serviceFeeTotalFen) })}
            </span>
          )}
          <span>{t('clients.returnedTotal', { n: format.count(first.returnedTotal) })}</span>
          <span>{t('clients.feeTotal', { amount: format.money(first.serviceFeeTotalFen) })}</span>
        </>
      )}
    </StatusBar>
  );
}

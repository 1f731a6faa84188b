import { Popover } from '@mantine/core';
import type { TodayPage } from '#shared/contract/today.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './stakes.module.css';

/** What clients of returned applications owe the firm; opened, who owes how much. */
export function UnpaidFigure({ data }: { readonly data: TodayPage }) {
  const t = useT();
  const format = useFormat();
  const amount = <b>{format.money(data.serviceFeeUnpaidFen)}</b>;
  if (data.unpaid.length === 0) return amount;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.figure} title={t('today.unpaid')}>
          {amount}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.unpaid} aria-label={t('today.unpaid')}>
        {data.unpaid.map(({ clientId, clientName, owedFen }) => (
          <Link key={clientId} href={paths.client(clientId, 'fees')}>
            <span className="cf-cut">{clientName}</span>
            <span className="cf-num">{format.moneyWithUnit(owedFen)}</span>
          </Link>
        ))}
        {data.unpaid.length < data.unpaidTotal && (
          <p className="cf-ink-2">
            {t('today.unpaidMore', { n: format.count(data.unpaidTotal - data.unpaid.length) })}
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

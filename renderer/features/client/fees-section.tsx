import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { compareDates, daysBetween } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { FeeDialog } from './fee-dialog.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { AddButton, Section } from './section.tsx';
import styles from './fees.module.css';

type Fee = ClientDetails['fees'][number];
type Opened = { readonly dialog: 'new' } | { readonly dialog: 'edit' | 'pay'; readonly fee: Fee };

/** What was charged, paid and is owed. */
export function FeesSection() {
  const t = useT();
  const { details, account } = useClient();
  const { fees } = details;
  // A fee of an account hangs on one of its applications.
  const canAdd = account?.applicationId !== null;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  return (
    <Section
      id="fees"
      title={t('client.fees.title')}
      count={<Owed />}
      end={canAdd && <AddButton label={t('client.fees.add')} onClick={() => setOpened({ dialog: 'new' })} />}
    >
      {fees.length === 0 ? (
        <EmptyLine>
          {t('client.fees.empty')}{' '}
          {canAdd && (
            <TextButton onClick={() => setOpened({ dialog: 'new' })}>{t('client.fees.add')}</TextButton>
          )}
        </EmptyLine>
      ) : (
        <FeeTable fees={fees} onOpen={setOpened} />
      )}
      {opened?.dialog === 'new' && <FeeDialog fee={null} onClose={close} />}
      {opened?.dialog === 'edit' && <FeeDialog fee={opened.fee} onClose={close} />}
      {opened?.dialog === 'pay' && <PaymentDialog fee={opened.fee} onClose={close} />}
    </Section>
  );
}

const owedOf = ({ amountFen, paidFen }: Fee): number => Math.max(0, amountFen - paidFen);

/** 应收 8,800 元，最早 8月10日起，43 天 */
function Owed() {
  const t = useT();
  const format = useFormat();
  const { details, today } = useClient();
  const open = details.fees.filter((fee) => owedOf(fee) > 0);
  const first = open.map(({ chargedOn }) => chargedOn).sort()[0];
  if (first === undefined) return details.fees.length > 0 ? t('client.fees.settled') : null;
  const sum = open.reduce((total, fee) => total + owedOf(fee), 0);
  const date = format.dateNear(first, today);
  const n = daysBetween(first, today);
  return (
    <span>
      {t('client.fees.owed')} <b>{format.money(sum)}</b>{' '}
      {n > 0 ? t('client.fees.since', { date, n }) : t('client.fees.from', { date })}
    </span>
  );
}

interface FeeTableProps {
  readonly fees: readonly Fee[];
  readonly onOpen: (opened: Opened) => void;
}

function FeeTable({ fees, onOpen }: FeeTableProps) {
  const t = useT();
  const columns = ['title', 'kind', 'chargedOn', 'dueOn', 'amount', 'paid', 'owed'] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} data-column={column}>
              {t(`client.fees.column.${column}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {fees.map((fee) => (
          <FeeLine key={fee.id} fee={fee} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function FeeLine({ fee, onOpen }: { readonly fee: Fee; readonly onOpen: (opened: Opened) => void }) {
  const t = useT();
  const format = useFormat();
  const { today } = useClient();
  const owed = owedOf(fee);
  const isLate = owed > 0 && fee.dueOn !== null && compareDates(fee.dueOn, today) < 0;
  return (
    <tr>
      <td
        className="cf-cut"
        title={
          fee.invoiceNumber === null
            ? fee.title
            : t('client.fees.invoiced', { title: fee.title, number: fee.invoiceNumber })
        }
      >
        {fee.title}
      </td>
      <td className="cf-ink-2">{t(`vocabulary.feeKind.${fee.kind}`)}</td>
      <td className="cf-ink-2">{format.dateNear(fee.chargedOn, today)}</td>
      <td className={isLate ? 'cf-danger' : 'cf-ink-2'}>
        {fee.dueOn === null ? '—' : format.dateNear(fee.dueOn, today)}
        {isLate && <span className="cf-xs"> {t('client.fees.late')}</span>}
      </td>
      <td className="cf-num">{format.money(fee.amountFen)}</td>
      <td className="cf-num cf-ink-2">{fee.paidFen > 0 ? format.money(fee.paidFen) : '—'}</td>
      <td className={`cf-num ${owed > 0 ? 'cf-strong' : 'cf-ink-3'}`}>
        {owed > 0 ? format.money(owed) : '—'}
      </td>
      <td>
        <FeeMenu fee={fee} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function FeeMenu({ fee, onOpen }: { readonly fee: Fee; readonly onOpen: (opened: Opened) => void }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('client.fees.menu', { title: fee.title })}>
          <IconDots size={16} stroke={iconStroke} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {owedOf(fee) > 0 && (
          <Menu.Item onClick={() => onOpen({ dialog: 'pay', fee })}>{t('client.fees.pay')}…</Menu.Item>
        )}
        <Menu.Item onClick={() => onOpen({ dialog: 'edit', fee })}>{t('components.action.edit')}…</Menu.Item>
        <Menu.Item
          onClick={() =>
            void act(
              () => backend.fees.remove({ id: fee.id }),
              t('client.fees.removed', { title: fee.title }),
            )
          }
        >
          {t('components.action.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconApps, IconBrandWechat, IconPencil, IconWallet } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { compareDates, yearOf } from '#shared/domain/calendar-date.ts';
import { reviewOpensAt } from '#shared/domain/certification-end.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { LaneAxis } from '#renderer/components/lane.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountDialog } from './account-dialog.tsx';
import { AccountStatus } from './account-status.tsx';
import { foremostOrder } from './account-orders.ts';
import { accountLane } from './account-lane.ts';
import { useClient } from './client-context.tsx';
import { LaneRow } from './lane-row.tsx';
import { AddButton, Section } from './section.tsx';
import { reviewWindow } from './suggested-application.ts';
import { usePacks } from './use-packs.ts';
import clientStyles from './client.module.css';
import styles from './lanes.module.css';

type Account = ClientDetails['accounts'][number];

/** The client's accounts on the platforms, each with five years. */
export function AccountsSection() {
  const t = useT();
  const { details, today } = useClient();
  const { accounts } = details;
  const [editing, setEditing] = useState<Account | 'new' | null>(null);
  const uncertified = accounts.filter(({ certifiedUntilOn }) => certifiedUntilOn === null).length;
  const count = uncertified > 0 ? 'client.accounts.countUncertified' : 'client.accounts.count';
  return (
    <Section
      id="accounts"
      title={t('client.accounts.title')}
      count={accounts.length > 0 ? t(count, { n: accounts.length, uncertified }) : undefined}
      end={
        <>
          <AddButton label={t('client.accounts.add')} onClick={() => setEditing('new')} />
          {accounts.length > 0 && (
            <span className={styles.years}>
              <LaneAxis today={today} />
            </span>
          )}
        </>
      }
    >
      {accounts.length === 0 ? (
        <EmptyLine>
          {t('client.accounts.empty')}{' '}
          <TextButton onClick={() => setEditing('new')}>{t('client.accounts.add')}</TextButton>
        </EmptyLine>
      ) : (
        <ul>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} onEdit={() => setEditing(account)} />
          ))}
        </ul>
      )}
      {editing !== null && (
        <AccountDialog account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

function AccountRow({ account, onEdit }: { readonly account: Account; readonly onEdit: () => void }) {
  const t = useT();
  const format = useFormat();
  const sub = useAccountFact(account);
  const { details, today } = useClient();
  const kind = t(`vocabulary.accountKind.${account.kind}`);
  const name = t('client.accounts.name', { kind, name: account.name });
  const until = account.certifiedUntilOn;
  const { certifiedUntilAtMs: endAtMs } = account;
  const endText = endAtMs === null ? (until ?? '') : `${until ?? ''} ${format.time(endAtMs)}`;
  const endLines = until === null ? [] : [t('client.lane.until', { date: endText })];
  return (
    <LaneRow
      place={`account.${account.id}`}
      Icon={iconOf(account)}
      sub={sub}
      until={until}
      status={<AccountStatus account={account} />}
      lane={{
        ...accountLane(account, details, today),
        label: until === null ? t('status.word.not_certified') : t('client.lane.until', { date: endText }),
      }}
    >
      <Link
        className={`${clientStyles.plain} ${styles.name}`}
        href={paths.account(account.id)}
        title={[name, ...endLines, ...idsOf(account)].join('\n')}
      >
        <span className="cf-cut">{name}</span>
      </Link>
      <ActionIcon
        size={20}
        className={styles.edit}
        aria-label={t('client.accounts.edit', { name })}
        title={t('client.accounts.edit', { name })}
        onClick={onEdit}
      >
        <IconPencil size={14} stroke={iconStroke} aria-hidden />
      </ActionIcon>
    </LaneRow>
  );
}

const idsOf = ({ appId, filingNumber }: Account): string[] =>
  [appId, filingNumber].filter((id) => id !== null);

const iconOf = ({ platform, kind }: Account): Icon => {
  if (kind === 'merchant') return IconWallet;
  return platform === 'wechat' ? IconBrandWechat : IconApps;
};

/** What is under way, else when the review window opens, else which platform it is on. */
function useAccountFact(account: Account): string {
  const packs = usePacks();
  const t = useT();
  const format = useFormat();
  const { details, today } = useClient();
  const orderWords = useOrderWords();
  const open = foremostOrder(account.id, details);
  if (open !== undefined) return t('client.accounts.underWay', { kind: orderWords(open) });
  const window = reviewWindow(account.id, details);
  const daysBefore = packFor(
    packs,
    { platform: account.platform, accountKind: account.kind },
    'annual_review',
  )?.validity?.window.daysBefore;
  const { certifiedUntilAtMs: endAtMs } = account;
  const opensAt =
    endAtMs === null || daysBefore === undefined ? '' : ` ${format.time(reviewOpensAt(endAtMs, daysBefore))}`;
  if (window !== undefined && compareDates(window[1], today) >= 0) {
    const [opensOn] = window;
    if (yearOf(opensOn) !== yearOf(today))
      return t('client.accounts.windowFar', { date: `${opensOn}${opensAt}` });
    return t('client.accounts.window', { date: `${format.monthDay(opensOn)}${opensAt}` });
  }
  if (account.platform !== 'wechat') return t(`vocabulary.platform.${account.platform}`);
  return idsOf(account).join(' · ');
}

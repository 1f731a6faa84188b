import { useState } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { accountTail } from '#shared/domain/mask.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { BankDialog } from './bank-dialog.tsx';
import { useClient } from './client-context.tsx';
import { holderCheck } from './holder-words.ts';
import { AddButton, Section } from './section.tsx';
import styles from './side.module.css';

type BankAccount = ClientDetails['bankAccounts'][number];

export function BanksSection() {
  const t = useT();
  const { bankAccounts } = useClient().details;
  const [editing, setEditing] = useState<BankAccount | 'new' | null>(null);
  return (
    <Section
      id="banks"
      title={t('client.banks.title')}
      count={bankAccounts.length > 0 ? t('client.banks.count', { n: bankAccounts.length }) : undefined}
      end={<AddButton label={t('client.banks.add')} onClick={() => setEditing('new')} />}
    >
      {bankAccounts.length === 0 ? (
        <EmptyLine>
          {t('client.banks.empty')}{' '}
          <TextButton onClick={() => setEditing('new')}>{t('client.banks.add')}</TextButton>
        </EmptyLine>
      ) : (
        <ul>
          {bankAccounts.map((account) => (
            <BankLine key={account.id} account={account} onOpen={() => setEditing(account)} />
          ))}
        </ul>
      )}
      {editing !== null && (
        <BankDialog account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

function BankLine({ account, onOpen }: { readonly account: BankAccount; readonly onOpen: () => void }) {
  const t = useT();
  const { client } = useClient().details;
  const kind = t(`vocabulary.bankAccountKind.${account.kind}`);
  const name = account.bankName === null ? kind : `${kind}\u3000${account.bankName}`;
  return (
    <li className={styles.bank} data-place={`bank_account.${account.id}`}>
      <button type="button" className={styles.name} title={name} onClick={onOpen}>
        <span className="cf-cut">{name}</span>
      </button>
      <span className="cf-mono">
        {account.accountNumber === null
          ? ''
          : t('client.banks.tail', { tail: accountTail(account.accountNumber) })}
      </span>
      <CheckLine check={holderCheck(account.holderName, client, t)} />
    </li>
  );
}

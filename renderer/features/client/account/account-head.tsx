import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBuildings, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Person } from '#renderer/components/person.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountDialog } from '../account-dialog.tsx';
import { AccountStatus } from '../account-status.tsx';
import { useAccount } from './account-context.tsx';
import styles from '../client.module.css';

/** Which account it is, whose, and how it stands. */
export function AccountHead({ onNewApplication }: { readonly onNewApplication: () => void }) {
  const t = useT();
  const { account, client } = useAccount();
  const isLive = account.deletedAtMs === null && client.deletedAtMs === null;
  const place = { platform: t(`vocabulary.platform.${account.platform}`) };
  return (
    <>
      <RecordHead
        crumbs={
          <Crumbs
            items={[
              { label: t('account.accounts'), href: paths.accounts() },
              { label: client.name, href: paths.client(client.id, `account.${account.id}`) },
              { label: account.name },
            ]}
          />
        }
        title={account.name}
        subtitle={t('account.subtitle', { ...place, kind: t(`vocabulary.accountKind.${account.kind}`) })}
        status={account.deletedAtMs === null && <AccountStatus account={account} tint />}
        facts={<HeadFacts />}
      >
        {isLive && (
          <>
            <MoreMenu />
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} stroke={iconStroke} aria-hidden />}
              onClick={onNewApplication}
            >
              {t('client.newApplication.button')}
            </Button>
          </>
        )}
      </RecordHead>
      {account.deletedAtMs !== null && <Trashed />}
    </>
  );
}

function HeadFacts() {
  const { client } = useAccount();
  return (
    <>
      <Link href={paths.client(client.id)}>{client.name}</Link>
      {client.consultantName !== null && (
        <span className="cf-row">
          <Person name={client.consultantName} decorative />
          {client.consultantName}
        </span>
      )}
    </>
  );
}

function MoreMenu() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { account, client } = useAccount();
  const [isEditing, setEditing] = useState(false);
  const trash = async (): Promise<void> => {
    const trashed = await act(
      () => backend.accounts.trash({ id: account.id }),
      t('client.account.trashed', { name: account.name }),
    );
    if (trashed !== undefined) navigateTo(paths.client(client.id));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('components.action.more')}>
            <IconDots size={16} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={iconStroke} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('account.editAll')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBuildings size={16} stroke={iconStroke} aria-hidden />}
            onClick={() => navigateTo(paths.client(client.id))}
          >
            {t('account.openClient')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
            onClick={() => void trash()}
          >
            {t('client.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing && <AccountDialog account={account} onClose={() => setEditing(false)} />}
    </>
  );
}

function Trashed() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { account, client } = useAccount();
  const restore = (): void =>
    void act(
      () => backend.accounts.restore({ id: account.id }),
      t('client.restored', { name: account.name }),
    );
  return (
    <div className={styles.notice}>
      <Notice
        tone="info"
        title={t('account.inTrash')}
        actions={
          client.deletedAtMs === null ? (
            <Button onClick={restore}>{t('client.restore')}</Button>
          ) : (
            <Button onClick={() => navigateTo(paths.client(client.id))}>{t('account.openClient')}</Button>
          )
        }
      >
        {t(client.deletedAtMs === null ? 'account.inTrashNote' : 'account.clientInTrash')}
      </Notice>
    </div>
  );
}

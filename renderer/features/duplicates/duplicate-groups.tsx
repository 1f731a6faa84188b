import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { DuplicateClient, DuplicateGroupRow } from '#shared/contract/merging.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { reasonWords } from '#renderer/components/duplicate-words.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { amountWords } from './amount-words.ts';
import type { MergeChoice } from './merge-dialog.tsx';
import styles from './duplicates.module.css';

interface DuplicateGroupsProps {
  readonly groups: readonly DuplicateGroupRow[];
  readonly onMerge: (choice: MergeChoice) => void;
}

/** A group a block: on top the client to keep, below it each that may be the same, with why. */
export function DuplicateGroups({ groups, onMerge }: DuplicateGroupsProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-merge]') ?? [])];
    const row = document.activeElement?.closest('[data-row]');
    const at = buttons.findIndex((button) => row !== null && row?.contains(button) === true);
    buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus();
  };
  return (
    <div ref={list} onKeyDown={onKeys({ arrowdown: () => move(1), arrowup: () => move(-1) })}>
      <div className={styles.head} aria-hidden>
        <span>{t('duplicates.column.client')}</span>
        <span>{t('duplicates.column.code')}</span>
        <span>{t('duplicates.column.holds')}</span>
        <span>{t('duplicates.column.why')}</span>
        <span />
      </div>
      <ul>
        {groups.map((group, index) => (
          <li key={group.clients.map(({ id }) => id).join(' ')} className={styles.group}>
            <Group group={group} isFirst={index === 0} onMerge={onMerge} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface GroupProps {
  readonly group: DuplicateGroupRow;
  /** Its first action takes the focus. */
  readonly isFirst: boolean;
  readonly onMerge: DuplicateGroupsProps['onMerge'];
}

function Group({ group, isFirst, onMerge }: GroupProps) {
  const t = useT();
  const [kept, ...others] = group.clients;
  if (kept === undefined) return null;
  return (
    <>
      <div className={styles.row}>
        <ClientCells client={kept} isKept />
        <span className="cf-ink-3">{t('duplicates.keep')}</span>
        <span />
      </div>
      {others.map((other, index) => (
        <OtherRow
          key={other.id}
          {...{ group, kept, other }}
          takesFocus={isFirst && index === 0}
          onMerge={() => onMerge({ keptId: kept.id, otherId: other.id })}
        />
      ))}
    </>
  );
}

interface OtherRowProps {
  readonly group: DuplicateGroupRow;
  readonly kept: DuplicateClient;
  readonly other: DuplicateClient;
  readonly takesFocus: boolean;
  readonly onMerge: () => void;
}

function OtherRow({ group, kept, other, takesFocus, onMerge }: OtherRowProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const links = group.links.filter(({ clientIds }) => clientIds.includes(other.id));
  const tellApart = (): void => {
    const pairs = links.map(({ clientIds: [a, b] }): [string, string] => [a, b]);
    void act(() => backend.clients.setApart({ pairs, apart: true }), t('duplicates.apartDone'));
  };
  return (
    <div className={styles.row} data-row onKeyDown={onKeys({ x: tellApart })}>
      <ClientCells client={other} />
      <Why {...{ group, kept, other }} />
      <span className={styles.actions}>
        <Button
          data-merge
          autoFocus={takesFocus}
          aria-label={t('duplicates.mergeOf', { name: other.name })}
          onClick={onMerge}
        >
          {t('duplicates.merge')}
        </Button>
        <TextButton plain aria-label={t('duplicates.apartOf', { name: other.name })} onClick={tellApart}>
          {t('duplicates.apart')}
        </TextButton>
      </span>
    </div>
  );
}

/** The link to the client that is kept, or to another one of the group. */
function Why({ group, kept, other }: Pick<OtherRowProps, 'group' | 'kept' | 'other'>) {
  const t = useT();
  const own = group.links.filter(({ clientIds }) => clientIds.includes(other.id));
  const link = own.find(({ clientIds }) => clientIds.includes(kept.id)) ?? own[0];
  if (link === undefined) return <span />;
  const reasons = reasonWords(link, t).join(t('duplicates.and'));
  const partner = group.clients.find(({ id }) => id !== other.id && link.clientIds.includes(id));
  const text =
    partner === undefined || partner.id === kept.id
      ? reasons
      : t('duplicates.with', { name: partner.name, reasons });
  return (
    <span className={styles.why}>
      <span className={styles.text} title={text}>
        {text}
      </span>
      {link.codesDiffer && <Status of="warning">{t('duplicates.codesDiffer')}</Status>}
    </span>
  );
}

function ClientCells({
  client,
  isKept = false,
}: {
  readonly client: DuplicateClient;
  readonly isKept?: boolean;
}) {
  const t = useT();
  const { accountCount, applicationCount, documentCount } = client;
  const holds = amountWords(
    { accounts: accountCount, applications: applicationCount, documents: documentCount },
    t,
  );
  return (
    <>
      <span className={styles.name}>
        <Link
          className={isKept ? 'cf-cut cf-strong' : 'cf-cut'}
          href={paths.client(client.id)}
          title={client.name}
        >
          {client.name}
        </Link>
        <span className="cf-xs cf-ink-3 cf-cut">
          {[t(`vocabulary.entityType.${client.entityType}`), client.consultantName]
            .filter((each) => each !== null)
            .join(t('duplicates.and'))}
        </span>
      </span>
      <span className="cf-mono cf-cut">{client.creditCode ?? '—'}</span>
      <span className={`${styles.text} cf-ink-2`}>
        {holds.join(t('duplicates.and')) || t('duplicates.holdsNothing')}
      </span>
    </>
  );
}

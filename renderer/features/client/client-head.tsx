import { ActionIcon, Button, CopyButton, Menu } from '@mantine/core';
import { IconArrowMerge, IconCheck, IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { yearOf } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { RecordStepper } from '#renderer/api/record-stepper.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Person } from '#renderer/components/person.tsx';
import { Status } from '#renderer/components/status.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { countdownHere } from './countdown.tsx';
import { DuplicateHint } from './duplicate-hint.tsx';
import { dutyWords } from './duty-words.ts';
import { urgentMatter } from './urgent-matter.ts';
import styles from './client.module.css';

export function ClientHead({ onNewApplication }: { readonly onNewApplication: () => void }) {
  const t = useT();
  const { details } = useClient();
  const { client } = details;
  const isTrashed = client.deletedAtMs !== null;
  return (
    <>
      <RecordHead
        crumbs={
          <Crumbs
            items={[{ label: t('client.clients'), href: paths.clients() }, { label: client.name }]}
            end={<RecordStepper list="clients" id={client.id} pathOf={paths.client} />}
          />
        }
        title={client.name}
        status={<UrgentStatus />}
        facts={<HeadFacts />}
      >
        {!isTrashed && (
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
      {isTrashed ? <Trashed /> : <DuplicateHint />}
    </>
  );
}

function HeadFacts() {
  const t = useT();
  const { client } = useClient().details;
  const since = client.serviceSinceOn;
  const service = t(`vocabulary.serviceStatus.${client.serviceStatus}`);
  return (
    <>
      <span>{t(`vocabulary.entityType.${client.entityType}`)}</span>
      {client.creditCode !== null && <CopiedCode code={client.creditCode} />}
      {client.consultantName !== null && (
        <span className="cf-row">
          <Person name={client.consultantName} decorative />
          {client.consultantName}
        </span>
      )}
      <span>{since === null ? service : t('client.serviceSince', { service, year: yearOf(since) })}</span>
    </>
  );
}

function CopiedCode({ code }: { readonly code: string }) {
  const t = useT();
  return (
    <CopyButton value={code}>
      {({ copied, copy }) => (
        <button
          type="button"
          className={`${styles.plain} cf-mono`}
          aria-label={t('client.copyCode', { code })}
          title={t(copied ? 'client.copied' : 'components.action.copy')}
          onClick={copy}
        >
          {code}
          {copied ? (
            <IconCheck size={14} stroke={iconStroke} aria-hidden />
          ) : (
            <IconCopy size={14} stroke={iconStroke} aria-hidden />
          )}
        </button>
      )}
    </CopyButton>
  );
}

/** The most urgent matter of the client, with its number. */
function UrgentStatus() {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const onPage = useClient();
  const { details, today, nowMs } = onPage;
  if (details.client.deletedAtMs !== null) return null;
  const matter = urgentMatter(details, today, nowMs);
  if (matter === null) return null;
  switch (matter.kind) {
    case 'sent_back': {
      const left = matter.clock && format.countdown(countdownHere(matter.clock, onPage));
      return (
        <Status of="sent_back" tint>
          {left === null
            ? t('client.matter.sent_back', { n: matter.count })
            : t('client.matter.sent_back_left', { n: matter.count, left })}
        </Status>
      );
    }
    case 'overdue': {
      const what = dutyWords(matter.duty, { t, format, ruleText, today });
      const left = format.countdown(countdownHere(matter.duty, onPage));
      return (
        <Status of="overdue" tint>
          {t('client.matter.overdue', { left, what })}
        </Status>
      );
    }
    case 'certification_expired':
      return (
        <Status of="expired" tint>
          {t('client.matter.certification_expired', { n: matter.days })}
        </Status>
      );
    case 'certification_expiring':
      return (
        <Status of="expiring" tint>
          {t('client.matter.certification_expiring', { n: matter.days })}
        </Status>
      );
    case 'certification_renewable':
      return (
        <Status of="renewable" tint>
          {t('client.matter.certification_renewable', { n: matter.days })}
        </Status>
      );
    case 'papers_expired':
      return (
        <Status of="expired" tint>
          {t('client.matter.papers_expired', { n: matter.count })}
        </Status>
      );
    case 'in_review':
      return (
        <Status of="in_review" tint>
          {t('client.matter.in_review', { n: matter.count })}
        </Status>
      );
  }
}

function MoreMenu() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { client } = useClient().details;
  const trash = async (): Promise<void> => {
    const trashed = await act(
      () => backend.clients.trash({ id: client.id }),
      t('client.trashed', { name: client.name }),
    );
    if (trashed !== undefined) navigateTo(paths.clients());
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('components.action.more')}>
          <IconDots size={16} stroke={iconStroke} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowMerge size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => navigateTo(paths.mergeInto(client.id))}
        >
          {t('client.merge')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => void trash()}
        >
          {t('client.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Trashed() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { client, mergedInto } = useClient().details;
  return (
    <div className={styles.notice}>
      <Notice
        tone="info"
        title={
          mergedInto === null ? (
            t('client.inTrash')
          ) : (
            <Link href={paths.client(mergedInto.id)}>
              {t('client.mergedInto', { name: mergedInto.name })}
            </Link>
          )
        }
        actions={
          <Button
            onClick={() =>
              void act(
                () => backend.clients.restore({ id: client.id }),
                t('client.restored', { name: client.name }),
              )
            }
          >
            {t('client.restore')}
          </Button>
        }
      >
        {t(mergedInto === null ? 'client.inTrashNote' : 'client.mergedNote')}
      </Notice>
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import {
  IconBell,
  IconCalendarX,
  IconCheck,
  IconClock,
  IconFileCertificate,
  IconFileText,
  IconHourglassHigh,
  IconLicense,
  IconListCheck,
  IconReceiptYuan,
  IconRefresh,
  IconRotate,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { urgencyOrder } from '#shared/domain/agenda.ts';
import { lastReportableYear } from '#shared/domain/annual-report.ts';
import type { ObligationKind } from '#shared/domain/obligations.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Person } from '#renderer/components/person.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { Countdown, countdownHere } from './countdown.tsx';
import { dutyWords, isToDo } from './duty-words.ts';
import { ReminderDialog } from './reminder-dialog.tsx';
import { AddButton, Section } from './section.tsx';
import { useDutyLoss } from './use-duty-loss.ts';
import { useSaveClient } from './use-save-client.ts';
import styles from './side.module.css';

const icons: Readonly<Record<ObligationKind, Icon>> = {
  paper_expiry: IconFileCertificate,
  licence_term: IconLicense,
  annual_report: IconFileText,
  review_window: IconRefresh,
  certification_expiry: IconCalendarX,
  clock_authorisation: IconHourglassHigh,
  clock_payment: IconHourglassHigh,
  clock_pre_review: IconClock,
  clock_confirmation: IconHourglassHigh,
  clock_review: IconClock,
  clock_refill: IconRotate,
  collecting: IconUserQuestion,
  aftercare: IconListCheck,
  task: IconBell,
  fee_due: IconReceiptYuan,
};

const shortLength = 6;

/** What is to be done for this client, the most urgent first. */
export function DutiesSection() {
  const t = useT();
  const { details, today, nowMs, account } = useClient();
  const [isWhole, setWhole] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const duties = details.obligations.filter((duty) => isToDo(duty, today)).sort(urgencyOrder(today, nowMs));
  return (
    <Section
      id="duties"
      title={t('client.duties.title')}
      count={duties.length > 0 ? t('client.duties.count', { n: duties.length }) : undefined}
      end={
        <>
          {duties.length > shortLength && (
            <TextButton plain onClick={() => setWhole(!isWhole)}>
              {t(isWhole ? 'client.history.fewer' : 'components.action.all')}
            </TextButton>
          )}
          {account?.applicationId !== null && (
            <AddButton label={t('client.duties.add')} onClick={() => setAdding(true)} />
          )}
        </>
      }
    >
      {duties.length === 0 ? (
        <EmptyLine>{t('client.duties.empty')}</EmptyLine>
      ) : (
        <ul>
          {(isWhole ? duties : duties.slice(0, shortLength)).map((duty) => (
            <DutyLine key={duty.id} duty={duty} />
          ))}
        </ul>
      )}
      {isAdding && <ReminderDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function DutyLine({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const onPage = useClient();
  const { tone } = countdownHere(duty, onPage);
  const Icon = icons[duty.kind];
  const words = dutyWords(duty, { t, format, ruleText, today: onPage.today });
  const loss = useDutyLoss(duty);
  return (
    <li className={styles.duty}>
      <span className="cf-xs cf-nowrap cf-num">
        <Countdown duty={duty} />
      </span>
      <span className={tone === 'neutral' ? 'cf-ink-3' : `cf-${tone}`}>
        <Icon size={14} stroke={iconStroke} aria-hidden />
      </span>
      <span title={[words, loss].filter(Boolean).join('\n')}>
        {duty.applicationId === null ? (
          words
        ) : (
          <Link className={styles.quiet} href={paths.application(duty.applicationId)}>
            {words}
          </Link>
        )}
      </span>
      <DutyEnd duty={duty} />
    </li>
  );
}

/** A reminder of the firm's own and an annual report can be ticked off; of the rest it is said whose they are. */
function DutyEnd({ duty }: { readonly duty: ObligationRow }) {
  if (duty.kind === 'annual_report') return <ReportedButton year={Number(duty.subject)} />;
  if (duty.kind === 'aftercare') return <StepEnd duty={duty} />;
  return <TaskEnd duty={duty} />;
}

function StepEnd({ duty: { applicationId, step } }: { readonly duty: ObligationRow }) {
  const t = useT();
  const ruleText = useRuleText();
  const { backend } = useApi();
  const act = useAction();
  if (applicationId === null || step === null) return <span />;
  const name = ruleText(step.title);
  return (
    <ActionIcon
      size={20}
      aria-label={t('client.duties.finish', { name })}
      title={t('client.duties.finish', { name })}
      onClick={() =>
        void act(
          () => backend.aftercare.decide({ applicationId, ruleId: step.ruleId, decision: 'done' }),
          t('client.duties.finished', { name }),
        )
      }
    >
      <IconCheck size={14} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

function ReportedButton({ year }: { readonly year: number }) {
  const t = useT();
  const save = useSaveClient();
  const { today } = useClient();
  if (year > lastReportableYear(today)) return <span />;
  return (
    <TextButton
      plain
      aria-label={t('client.duties.reportedYear', { year })}
      title={t('client.duties.reportedYear', { year })}
      onClick={() => void save({ annualReportYear: year })}
    >
      {t('client.duties.reported')}
    </TextButton>
  );
}

function TaskEnd({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { taskId } = duty;
  if (taskId === null) return duty.consultantName === null ? <span /> : <Person name={duty.consultantName} />;
  return (
    <ActionIcon
      size={20}
      aria-label={t('client.duties.finish', { name: duty.subject })}
      title={t('client.duties.finish', { name: duty.subject })}
      onClick={() =>
        void act(
          () => backend.tasks.finish({ id: taskId }),
          t('client.duties.finished', { name: duty.subject }),
        )
      }
    >
      <IconCheck size={14} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

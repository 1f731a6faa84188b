import { Button } from '@mantine/core';
import {
  IconArrowUpRight,
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
  IconSend,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { countdownOf } from '#shared/domain/agenda.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { ObligationKind } from '#shared/domain/obligations.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { NameCut } from '#renderer/components/name-cut.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Person } from '#renderer/components/person.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AftercareButtons } from './aftercare-buttons.tsx';
import { DutyDial } from './duty-dial.tsx';
import { dutyFacts, dutyName, dutyWords } from './duty-words.ts';
import styles from './agenda.module.css';

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

/** What kind of work it is. */
export const dutyIcon = ({ kind, waitingOn }: Pick<ObligationRow, 'kind' | 'waitingOn'>): Icon =>
  kind === 'collecting' && waitingOn === 'us' ? IconSend : icons[kind];

/** Where the row leads: the application when there is one, else the client; nowhere for a task of the firm's own. */
function dutyPath({ applicationId, clientId }: ObligationRow): string | null {
  if (applicationId !== null) return paths.application(applicationId);
  return clientId === null ? null : paths.client(clientId);
}

export function openDuty(duty: ObligationRow): void {
  const path = dutyPath(duty);
  if (path !== null) navigateTo(path);
}

interface AgendaRowProps {
  readonly duty: ObligationRow;
  readonly today: CalendarDate;
  readonly nowMs: number;
  readonly calendar: WorkingCalendar;
  readonly focused: boolean;
  readonly onFocus: () => void;
}

/** One line; the focused one opens and says more. */
export function AgendaRow({ duty, today, nowMs, calendar, focused, onFocus }: AgendaRowProps) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const countdown = countdownOf(duty, today, nowMs, calendar);
  const { tone } = countdown;
  const Icon = dutyIcon(duty);
  return (
    <li
      className={`${styles.row} cf-focus-in`}
      data-open={focused || undefined}
      tabIndex={focused ? 0 : -1}
      data-duty={duty.id}
      onFocus={onFocus}
      onClick={onFocus}
      onDoubleClick={() => openDuty(duty)}
    >
      <div className={styles.line}>
        <span className={styles.due} data-tone={tone}>
          {format.countdown(countdown)}
        </span>
        <span className={`cf-${tone}`} title={t(`vocabulary.obligationKind.${duty.kind}`)}>
          <Icon size={16} stroke={iconStroke} aria-hidden />
        </span>
        <span className={styles.what}>
          <NameCut text={dutyWords(duty, { t, format, ruleText, today })} name={dutyName(duty, t)} />
        </span>
        <span className="cf-ink-2 cf-cut" title={duty.clientName ?? undefined}>
          {duty.clientName}
        </span>
        <span className={`${styles.kind} cf-cut`}>{t(`vocabulary.obligationKind.${duty.kind}`)}</span>
        <span className={styles.dial}>
          <DutyDial duty={duty} tone={tone} today={today} nowMs={nowMs} calendar={calendar} />
        </span>
        {duty.consultantName === null ? <span /> : <Person name={duty.consultantName} />}
      </div>
      {focused && <Opened duty={duty} today={today} />}
    </li>
  );
}

function Opened({ duty, today }: Pick<AgendaRowProps, 'duty' | 'today'>) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const ruleText = useRuleText();
  const facts = dutyFacts(duty, { t, format, ruleText, today });
  const { taskId } = duty;
  return (
    <div className={styles.more}>
      {facts.length > 0 && <p className="cf-ink-2">{facts.join(t('today.factGap'))}</p>}
      <div className={`${styles.actions} cf-row`}>
        {dutyPath(duty) !== null && (
          <Button
            variant="filled"
            tabIndex={-1}
            leftSection={<IconArrowUpRight size={16} stroke={iconStroke} />}
            onClick={() => openDuty(duty)}
          >
            {t(duty.applicationId === null ? 'today.openClient' : 'today.openApplication')}
          </Button>
        )}
        {taskId !== null && (
          <Button
            tabIndex={-1}
            leftSection={<IconCheck size={16} stroke={iconStroke} />}
            onClick={() => void act(() => backend.tasks.finish({ id: taskId }), t('today.reminderDone'))}
          >
            {t('today.finish')}
          </Button>
        )}
        <AftercareButtons duty={duty} />
        <span className="cf-grow" />
        <span className={styles.keys}>
          <KbdHints
            hints={[
              { keys: ['arrowup', 'arrowdown'], text: t('today.move') },
              { keys: ['enter'], text: t('today.open') },
            ]}
          />
        </span>
      </div>
    </div>
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Touches } from '#shared/contract/renewal.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { hideRenewalOffer } from '#renderer/api/use-renewal-offer.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useSure } from '#renderer/components/use-sure.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { RenewCheck } from './renew-check.tsx';
import { RenewList } from './renew-list.tsx';
import { useReadWaiting } from './use-read-waiting.ts';

/** A week is what the reminders are given, unless the old paper ends before. */
const reminderDays = 7;

interface RenewFormProps {
  readonly title: string;
  readonly by: string;
  readonly touches: Touches | undefined;
  readonly onRefused: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What the replacement by one paper touches and changes, what speaks against it, and the step itself. */
export function RenewForm({ title, by, touches, onRefused, onClose, children }: RenewFormProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { paper, today } = usePaper();
  const [dueOn, setDueOn] = useState<CalendarDate | null>(() => proposedDay(paper.validUntil, today));
  const isUnreadable = useReadWaiting(touches?.check.waiting ?? []);
  const conflicts = touches?.check.differences.filter(({ weight }) => weight === 'conflict') ?? [];
  const toTell = touches?.accounts.filter(({ isToTell }) => isToTell).length ?? 0;
  const uses = touches?.uses.filter(({ fate }) => fate === 'replaced').length ?? 0;
  const fields = touches?.fields.length ?? 0;
  const tasks = dueOn === null ? 0 : toTell;
  const isNews = by !== paper.id && touches?.isReplaced === false;
  const isExchange = uses + fields > 0 || isNews;
  const isWaiting = touches?.check.state === 'waiting' && !isUnreadable;
  const asks = conflicts.length > 0 ? 'sure' : isWaiting && isExchange ? 'goOn' : null;
  // Not to wait for what the paper says is no word on what it then says.
  const { isSure, setSure } = useSure({ asks, conflicts });
  const save = async (): Promise<boolean> => {
    const message =
      uses + fields + tasks > 0
        ? t('viewer.renew.done', { uses, fields, tasks })
        : t('viewer.renew.marked', { paper: touches?.renewed.title ?? '' });
    const done = await act(
      () =>
        backend.renewal.replace({
          id: paper.id,
          by,
          dueOn: toTell === 0 ? null : dueOn,
          sure: asks === 'sure' && isSure,
        }),
      message,
    );
    if (done === undefined) onRefused();
    else hideRenewalOffer(paper.id);
    return done !== undefined;
  };
  return (
    <FormDialog
      title={title}
      width={640}
      confirm={t(isExchange ? 'viewer.renew.confirm' : 'viewer.renew.confirmTask')}
      canSave={touches !== undefined && (isExchange || tasks > 0) && (asks === null || isSure)}
      onSave={save}
      onClose={onClose}
    >
      {children}
      {touches && (isExchange || toTell > 0) && (
        <RenewCheck
          {...{ isUnreadable, asks, isSure }}
          check={touches.check}
          renewed={touches.renewed}
          onSure={setSure}
        />
      )}
      {touches && <RenewList touches={touches} />}
      {touches && !isExchange && toTell === 0 && <NothingToDo />}
      {toTell > 0 && (
        <DateField
          label={t('viewer.renew.dueOn')}
          hint={t('viewer.renew.dueNote', { count: toTell })}
          value={dueOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(day) => setDueOn(day === 'forever' ? null : day)}
        />
      )}
    </FormDialog>
  );
}

/** Why there is nothing to confirm. */
function NothingToDo() {
  const t = useT();
  const format = useFormat();
  const { paper, today } = usePaper();
  const { replacedBy } = paper;
  const words =
    replacedBy === null
      ? t('viewer.renew.noChange')
      : t('viewer.renew.noMore', {
          paper: replacedBy.title === '' ? t(`vocabulary.documentKind.${replacedBy.kind}`) : replacedBy.title,
          date: format.dateNear(replacedBy.on, today),
        });
  return (
    <p className="cf-ink-2" role="status">
      {words}
    </p>
  );
}

function proposedDay(end: CalendarDate | 'forever' | null, today: CalendarDate): CalendarDate {
  const inAWeek = addDays(today, reminderDays);
  return end !== null && end !== 'forever' && end >= today && end < inAWeek ? end : inAWeek;
}

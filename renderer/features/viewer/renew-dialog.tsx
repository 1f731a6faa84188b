import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Touches } from '#shared/contract/renewal.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { RenewList } from './renew-list.tsx';
import { paperName } from './version-words.ts';

/** A week is what the reminders are given, unless the old paper ends before. */
const reminderDays = 7;

interface RenewDialogProps {
  /** What was said to take its place. */
  readonly by: string | undefined;
  readonly onClose: () => void;
}

/** What a renewal of the paper touches, and its replacement wherever that is open, in one step. */
export function RenewDialog({ by: said, onClose }: RenewDialogProps) {
  const t = useT();
  const { query } = useApi();
  const { paper } = usePaper();
  const [chosen, setChosen] = useState<string | undefined>(said);
  // What came in last is what the paper is most likely renewed by.
  const first = useQuery(query.renewal.touches.queryOptions({ input: { id: paper.id } }));
  const candidates = first.data?.candidates ?? [];
  const by = chosen ?? candidates[0]?.id ?? paper.id;
  const touches = useQuery({
    ...query.renewal.touches.queryOptions({ input: { id: paper.id, by } }),
    enabled: first.data !== undefined,
  });
  const nameOf = (id: string): string => {
    const found = candidates.find((each) => each.id === id);
    if (found === undefined) return t('viewer.renew.self');
    const name = found.title === '' ? t(`vocabulary.documentKind.${found.kind}`) : found.title;
    if (found.validUntil === null) return t('viewer.renew.undated', { paper: name });
    const date = found.validUntil === 'forever' ? t('viewer.renew.forever') : found.validUntil;
    return t('viewer.renew.until', { paper: name, date });
  };
  const title = t('viewer.renew.title', { paper: paperName(paper, t) });
  const error = first.error ?? touches.error;
  if (error) return <QueryFailure error={error} onRetry={() => void touches.refetch()} />;
  return (
    <RenewForm key={by} title={title} by={by} touches={touches.data} onClose={onClose}>
      <ChoiceField
        label={t('viewer.renew.by')}
        values={[...candidates.map(({ id }) => id), paper.id]}
        words={nameOf}
        value={by}
        onChange={setChosen}
      />
    </RenewForm>
  );
}

interface RenewFormProps {
  readonly title: string;
  readonly by: string;
  readonly touches: Touches | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function RenewForm({ title, by, touches, onClose, children }: RenewFormProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { paper, today } = usePaper();
  const [dueOn, setDueOn] = useState<CalendarDate | null>(() => proposedDay(paper.validUntil, today));
  const toTell = touches?.accounts.filter(({ isToTell }) => isToTell).length ?? 0;
  const changes =
    (touches?.uses.filter(({ fate }) => fate === 'replaced').length ?? 0) + (touches?.fields.length ?? 0);
  const isNew = by !== paper.id;
  const save = async (): Promise<boolean> => {
    const uses = touches?.uses.filter(({ fate }) => fate === 'replaced').length ?? 0;
    const counts = { uses, fields: touches?.fields.length ?? 0, tasks: dueOn === null ? 0 : toTell };
    const done = await act(
      () => backend.renewal.replace({ id: paper.id, by, dueOn: toTell === 0 ? null : dueOn }),
      t('viewer.renew.done', counts),
    );
    return done !== undefined;
  };
  return (
    <FormDialog
      title={title}
      width={640}
      confirm={t(isNew || changes > 0 ? 'viewer.renew.confirm' : 'viewer.renew.confirmTask')}
      canSave={changes > 0 || (toTell > 0 && dueOn !== null)}
      onSave={save}
      onClose={onClose}
    >
      {children}
      {touches && <RenewList touches={touches} />}
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

function proposedDay(end: CalendarDate | 'forever' | null, today: CalendarDate): CalendarDate {
  const inAWeek = addDays(today, reminderDays);
  return end !== null && end !== 'forever' && end >= today && end < inAWeek ? end : inAWeek;
}

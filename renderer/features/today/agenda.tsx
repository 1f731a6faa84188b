import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { TodayPage } from '#shared/contract/today.ts';
import { lastWorkingDayOfWeek } from '#shared/domain/agenda.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { AgendaRow, openDuty } from './agenda-row.tsx';
import { openDuties } from './duties-of.ts';
import styles from './agenda.module.css';

type Group = TodayPage['groups'][number];

/** A group shows this many rows until it is opened whole. */
const shortLength = 5;

interface AgendaProps {
  readonly data: TodayPage;
  /** Whose duties these are; null: everybody's. */
  readonly consultantId: string | null;
}

/** The duties by urgency. ↑ and ↓ move over all groups, Enter opens; the focused row says more. */
export function Agenda({ data, consultantId }: AgendaProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const calendar = useCalendar();
  const [whole, setWhole] = useState<ReadonlySet<AgendaGroup>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<AgendaGroup>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const groups = data.groups.filter(({ total }) => total > 0);
  const visible = groups.flatMap((group) => rowsShown(group, whole, folded));
  const focused = visible.find(({ id }) => id === focusedId) ?? visible[0];

  const move = (by: number): void => {
    const index = visible.findIndex(({ id }) => id === focused?.id);
    const next = visible[Math.min(Math.max(index + by, 0), visible.length - 1)];
    if (next === undefined) return;
    setFocusedId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-duty="${CSS.escape(next.id)}"]`)?.focus();
  };

  if (groups.length === 0) return <NothingDue />;
  return (
    <div
      className={styles.agenda}
      ref={list}
      onKeyDown={onKeys({
        arrowdown: () => move(1),
        arrowup: () => move(-1),
        home: () => move(-visible.length),
        end: () => move(visible.length),
        enter: () => focused && openDuty(focused),
      })}
    >
      {groups.map((group) => (
        <section key={group.group} aria-label={t(`vocabulary.agendaGroup.${group.group}`)}>
          <GroupHead
            group={group}
            data={data}
            isWhole={whole.has(group.group)}
            isFolded={folded.has(group.group)}
            onWhole={() =>
              group.total > group.rows.length
                ? openDuties({ at: 'group', group: group.group, consultantId })
                : setWhole(toggled(whole, group.group))
            }
            onFold={() => setFolded(toggled(folded, group.group))}
          />
          <ul>
            {rowsShown(group, whole, folded).map((duty) => (
              <AgendaRow
                key={duty.id}
                duty={duty}
                today={data.today}
                nowMs={data.nowMs}
                calendar={calendar}
                focused={duty.id === focused?.id}
                onFocus={() => setFocusedId(duty.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function rowsShown(group: Group, whole: ReadonlySet<AgendaGroup>, folded: ReadonlySet<AgendaGroup>) {
  if (folded.has(group.group)) return [];
  return whole.has(group.group) ? group.rows : group.rows.slice(0, shortLength);
}

function toggled(groups: ReadonlySet<AgendaGroup>, group: AgendaGroup): ReadonlySet<AgendaGroup> {
  const next = new Set(groups);
  if (!next.delete(group)) next.add(group);
  return next;
}

interface GroupHeadProps {
  readonly group: Group;
  readonly data: TodayPage;
  readonly isWhole: boolean;
  readonly isFolded: boolean;
  readonly onWhole: () => void;
  readonly onFold: () => void;
}

function GroupHead({ group, data, isWhole, isFolded, onWhole, onFold }: GroupHeadProps) {
  const t = useT();
  const format = useFormat();
  const last = lastWorkingDayOfWeek(data.today, useCalendar());
  const hint = hintOf(group.group, last === undefined ? undefined : format.weekday(last), t);
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <header className={styles.head}>
      <button type="button" className={styles.fold} aria-expanded={!isFolded} onClick={onFold}>
        <Chevron size={14} stroke={iconStroke} aria-hidden />
        <h2 className={group.group === 'overdue' ? 'cf-danger' : undefined}>
          {t(`vocabulary.agendaGroup.${group.group}`)}
        </h2>
        <span className={styles.count}>{group.total}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </button>
      {group.rows.length > shortLength && !isFolded && (
        <TextButton plain className={styles.all} onClick={onWhole}>
          {t(isWhole ? 'today.fewer' : 'today.all')}
        </TextButton>
      )}
    </header>
  );
}

function hintOf(group: AgendaGroup, weekday: string | undefined, t: TFunction): string | undefined {
  switch (group) {
    case 'this_week':
      return weekday === undefined ? undefined : t('today.groupHint.this_week', { weekday });
    case 'waiting_client':
    case 'waiting_platform':
      return t(`today.groupHint.${group}`);
    case 'overdue':
    case 'today':
    case 'later':
      return undefined;
  }
}

function NothingDue() {
  const t = useT();
  return (
    <div className={styles.nothing}>
      <h2>{t('today.nothing')}</h2>
      <p className="cf-ink-2">{t('today.nothingNote')}</p>
    </div>
  );
}

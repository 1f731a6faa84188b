import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import { keyLabel } from '#renderer/components/key-label.ts';
import { moveTrail, neighboursOf, trailAt } from '#renderer/components/list-trail.ts';
import type { ListTrail, TrailList } from '#renderer/components/list-trail.ts';
import { replaceTo } from '#renderer/components/paths.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './record-stepper.module.css';

interface RecordStepperProps {
  readonly list: TrailList;
  readonly id: string;
  readonly pathOf: (id: string) => string;
}

/** ‹ 12 / 214 ›: along the list from which the record was opened; nothing for one that was opened otherwise. */
export function RecordStepper({ list, id, pathOf }: RecordStepperProps) {
  const trail = trailAt(list, id);
  return trail === undefined ? null : <Stepper trail={trail} pathOf={pathOf} />;
}

/** Rows read at a time, with those at their edges. */
const windowRows = 50;

function Stepper({ trail, pathOf }: { readonly trail: ListTrail } & Pick<RecordStepperProps, 'pathOf'>) {
  const t = useT();
  const format = useFormat();
  const skip = Math.max(0, Math.floor(trail.index / windowRows) * windowRows - 1);
  const { data } = useQuery({
    queryKey: ['trail', trail.list, trail.key, skip],
    queryFn: async ({ signal }) => ({
      skip,
      ...(await trail.read({ after: null, skip, limit: windowRows + 2 }, signal)),
    }),
    placeholderData: keepPreviousData,
  });
  const { at = null, total, previous, next } = data === undefined ? none : neighboursOf(trail, data);
  const go = (to: typeof next): void => {
    if (to === undefined) return;
    moveTrail(to.id, to.index);
    // In the place of this one, so that Back leads to the list.
    replaceTo(pathOf(to.id));
  };
  useShortcuts({ 'alt+arrowup': () => go(previous), 'alt+arrowdown': () => go(next) });
  const place = at === null ? '–' : format.count(at + 1);
  return (
    <span className={styles.stepper}>
      <Step label={t('components.stepper.previous')} keys="alt+arrowup" to={previous} onGo={go}>
        <IconChevronLeft size={14} stroke={iconStroke} aria-hidden />
      </Step>
      {total !== undefined && (
        <span className="cf-num">{t('components.stepper.place', { place, total: format.count(total) })}</span>
      )}
      <Step label={t('components.stepper.next')} keys="alt+arrowdown" to={next} onGo={go}>
        <IconChevronRight size={14} stroke={iconStroke} aria-hidden />
      </Step>
    </span>
  );
}

const none: Partial<ReturnType<typeof neighboursOf>> = {};

type Neighbour = ReturnType<typeof neighboursOf>['next'];

interface StepProps {
  readonly label: string;
  readonly keys: string;
  readonly to: Neighbour;
  readonly onGo: (to: Neighbour) => void;
  readonly children: ReactNode;
}

function Step({ label, keys, to, onGo, children }: StepProps) {
  return (
    <ActionIcon
      size={20}
      aria-label={label}
      title={`${label} ${keyLabel(keys)}`}
      disabled={to === undefined}
      onClick={() => onGo(to)}
    >
      {children}
    </ActionIcon>
  );
}

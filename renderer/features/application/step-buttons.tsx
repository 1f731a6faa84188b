import { Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCreditCardPay,
  IconEyeCheck,
  IconGavel,
  IconQrcode,
  IconSend,
  IconUserCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { isOpen } from '#shared/domain/checklist-state.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { BlockedButton } from '#renderer/components/blocked-button.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import { focusItem, focusPreCheck } from './focus-item.ts';
import { menuSteps, openBefore, primaryStepOf, resultsOf, waitsForPapers } from './next-step.ts';
import type { PrimaryStep } from './next-step.ts';
import { orderEndOf } from './order-end.ts';
import { ResultDialog } from './result-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import styles from './step-buttons.module.css';

const icons: Readonly<Record<PrimaryStep, Icon>> = {
  submit: IconSend,
  authorise: IconQrcode,
  pay: IconCreditCardPay,
  pre_approve: IconEyeCheck,
  confirm: IconUserCheck,
  result: IconGavel,
  resubmit: IconSend,
};

interface StepButtonsProps {
  /** The step whose dialog stands open at first. */
  readonly asked: ApplicationActionKind | undefined;
}

/** A result is asked for among the others; a step that the stage does not allow any more is passed over. */
function askedFirst(step: ApplicationActionKind | undefined, allowed: readonly ApplicationActionKind[]) {
  if (step === undefined || !allowed.includes(step)) return null;
  return step === 'pass' ? 'result' : step;
}

/**
 * The next step, locked with its reason while papers are missing or the pre-check blocks, and a menu of all that may
 * have happened instead. Of an order that is over by the rules the next step is to record what came of it.
 */
export function StepButtons({ asked: fromAddress }: StepButtonsProps) {
  const { details, preCheck, pack, nowMs } = useCase();
  const [asked, setAsked] = useState<PrimaryStep | ApplicationActionKind | null>(() =>
    askedFirst(fromAddress, details.allowedSteps),
  );
  const close = (): void => {
    setAsked(null);
    // The address asks once: coming back to it opens nothing.
    if (fromAddress !== undefined) window.location.replace(paths.application(details.application.id));
  };
  const end = orderEndOf(details, pack, nowMs);
  const primary = primaryStepOf(details.application.stage, end);
  if (primary === null) return null;
  const openCount = openBefore(primary, details.counts.open);
  const blockers = blockerCount(preCheck);
  const isLocked = openCount > 0 || (waitsForPapers(primary) && blockers > 0);
  return (
    <>
      <span className={styles.pair}>
        {isLocked ? (
          <Locked isRefill={primary === 'resubmit'} openCount={openCount} blockers={blockers} />
        ) : (
          <Primary step={primary} onAsk={() => setAsked(primary)} />
        )}
        <StepMenu
          steps={menuSteps(primary, details.allowedSteps, isLocked)}
          locked={isLocked}
          onAsk={setAsked}
        />
      </span>
      {asked === 'result' && <ResultDialog answers={resultsOf(details.allowedSteps, end)} onClose={close} />}
      {asked !== null && asked !== 'result' && <StepDialog kind={asked} onClose={close} />}
    </>
  );
}

interface LockedProps {
  readonly isRefill: boolean;
  readonly openCount: number;
  readonly blockers: number;
}

/** Missing papers are named first, since they are what is worked on; then whatever else the pre-check blocks. */
function Locked({ isRefill, openCount, blockers }: LockedProps) {
  const t = useT();
  const { details } = useCase();
  if (openCount === 0) {
    const reason = t(isRefill ? 'application.step.blockedRefill' : 'application.step.blocked', {
      count: blockers,
    });
    return <BlockedButton reason={reason} onExplain={focusPreCheck} />;
  }
  const first = details.items.find(({ requirement }) => requirement.blocks && isOpen(requirement.state));
  const reason = t(isRefill ? 'application.step.lockedRefill' : 'application.step.locked', {
    count: openCount,
  });
  return <BlockedButton reason={reason} onExplain={() => first && focusItem(first.id)} />;
}

interface PrimaryProps {
  readonly step: PrimaryStep;
  readonly onAsk: () => void;
}

function Primary({ step, onAsk }: PrimaryProps) {
  const t = useT();
  const StepIcon = icons[step];
  return (
    <Button variant="filled" leftSection={<StepIcon size={16} stroke={iconStroke} />} onClick={onAsk}>
      {t(`application.step.primary.${step}`)}
    </Button>
  );
}

interface StepMenuProps {
  readonly steps: readonly ApplicationActionKind[];
  readonly locked: boolean;
  readonly onAsk: (step: ApplicationActionKind) => void;
}

function StepMenu({ steps, locked, onAsk }: StepMenuProps) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={styles.chevron}
          variant={locked ? 'default' : 'filled'}
          aria-label={t('application.step.others')}
          px={0}
        >
          <IconChevronDown size={14} stroke={iconStroke} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('application.step.record')}</Menu.Label>
        {steps.map((step) => (
          <Menu.Item
            key={step}
            leftSection={<IconCheck size={14} stroke={iconStroke} />}
            onClick={() => onAsk(step)}
          >
            {t(`application.step.menu.${step}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

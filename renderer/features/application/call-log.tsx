import { ActionIcon, Button } from '@mantine/core';
import { IconPhone, IconPhoneOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { isClosed } from '#shared/domain/application.ts';
import { missedCalls } from '#shared/domain/missed-calls.ts';
import type { ReviewerCall } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CallDialog } from './call-dialog.tsx';
import { useCase } from './case-context.tsx';
import { StepDialog } from './step-dialog.tsx';
import styles from './call-log.module.css';

/** The reviewer's calls so far, the missed ones as chances spent, and what follows when none is left. */
export function CallLog({ rule }: { readonly rule: ReviewerCall }) {
  const t = useT();
  const { details } = useCase();
  const [isNoting, setNoting] = useState(false);
  const { missed, toFail } = missedCalls({ calls: details.calls, returns: details.attempts }, rule);
  const left = Math.max(0, toFail - missed);
  const isOver = isClosed(details.application.stage);
  const tally = t(left === 0 ? 'application.call.tallyOver' : 'application.call.tally', { n: missed, left });
  return (
    <div className={styles.log}>
      <ol>
        {details.calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ol>
      <span className={styles.tally}>
        <Pips spent={Math.min(missed, toFail)} total={toFail} label={tally} />
        <span className={left === 0 ? 'cf-danger' : 'cf-ink-2'}>{tally}</span>
      </span>
      {!isOver && missed > 0 && <Consequence rule={rule} isLimit={left === 0} />}
      <Button leftSection={<IconPhone size={14} stroke={iconStroke} />} onClick={() => setNoting(true)}>
        {t('application.call.note')}
      </Button>
      {isNoting && <CallDialog onClose={() => setNoting(false)} />}
    </div>
  );
}

function Call({ call }: { readonly call: ApplicationDetails['calls'][number] }) {
  const t = useT();
  const format = useFormat();
  const { backend } = useApi();
  const act = useAction();
  const { nowMs } = useCase();
  const isMissed = call.outcome === 'missed';
  const CallIcon = isMissed ? IconPhoneOff : IconPhone;
  const words = t(`application.call.outcome.${call.outcome}`, { moment: format.moment(call.atMs, nowMs) });
  return (
    <li className={styles.call}>
      <CallIcon size={14} stroke={iconStroke} aria-hidden className={isMissed ? 'cf-danger' : 'cf-ink-2'} />
      <span className="cf-selectable">
        {call.remark === null ? words : t('application.call.remarked', { call: words, remark: call.remark })}
      </span>
      <ActionIcon
        variant="subtle"
        size="xs"
        aria-label={t('application.call.remove', { call: words })}
        onClick={() =>
          void act(() => backend.applications.removeCall({ callId: call.id }), t('application.call.removed'))
        }
      >
        <IconX size={14} stroke={iconStroke} />
      </ActionIcon>
    </li>
  );
}

/** What a missed call means by the rules, and the step that follows if the platform has taken it. Nothing happens by itself. */
function Consequence({ rule, isLimit }: { readonly rule: ReviewerCall; readonly isLimit: boolean }) {
  const t = useT();
  const ruleText = useRuleText();
  const { details, pack } = useCase();
  const [isAsked, setAsked] = useState(false);
  const wanted = isLimit ? (['fail', 'return'] as const) : (['return'] as const);
  const step = wanted.find((kind) => details.allowedSteps.includes(kind));
  const reason = pack?.returnReasons.find(({ code }) => code === rule.reasonCode);
  if (step === undefined) return null;
  const preset = {
    reasonCode: step === 'return' ? (reason?.code ?? null) : null,
    reasonText: reason === undefined ? '' : ruleText(reason.text),
  };
  return (
    <div className={styles.limit}>
      {isLimit && <p className="cf-danger">{t('application.call.limit')}</p>}
      <Button variant={isLimit ? 'default' : 'subtle'} onClick={() => setAsked(true)}>
        {t(`application.call.step.${step}`)}
      </Button>
      {isAsked && <StepDialog kind={step} preset={preset} onClose={() => setAsked(false)} />}
    </div>
  );
}

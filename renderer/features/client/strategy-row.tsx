import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RuleSource } from '#shared/domain/rule-pack.ts';
import type { Reason } from '#shared/domain/strategy-reason.ts';
import type { Beginning, StrategyStep } from '#shared/domain/strategy-step.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { actionWords, reasonWords } from './strategy-words.ts';
import styles from './strategy.module.css';

interface StrategyRowProps {
  readonly step: StrategyStep;
  /** Counted from 1. */
  readonly place: number;
  readonly sources: readonly RuleSource[];
  readonly onBegin: ((start: Beginning) => void) | undefined;
}

/** How many reasons are told before more is asked for. */
const shortLength = 3;

/** One step: its place, what to do, why and on whose word, and the button that begins it. */
export function StrategyRow({ step, place, sources, onBegin }: StrategyRowProps) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const reasons = isWhole ? step.reasons : step.reasons.slice(0, shortLength);
  const hidden = step.reasons.length - shortLength;
  return (
    <li className={styles.step}>
      <span className={styles.place}>{place}</span>
      <div className="cf-grow">
        <p className="cf-row">
          <span className="cf-strong">{actionWords(step, { t })}</span>
          <span className={styles.weight}>{t(`strategy.weight.${step.weight}`)}</span>
        </p>
        <ul>
          {reasons.map((reason, index) => (
            <ReasonLine key={index} reason={reason} sources={sources} />
          ))}
        </ul>
        {hidden > 0 && (
          <TextButton plain aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('strategy.fewer') : t('strategy.more', { n: hidden })}
          </TextButton>
        )}
      </div>
      <StepAction step={step} onBegin={onBegin} />
    </li>
  );
}

interface ReasonLineProps {
  readonly reason: Reason;
  readonly sources: readonly RuleSource[];
}

function ReasonLine({ reason, sources }: ReasonLineProps) {
  const t = useT();
  const format = useFormat();
  const say = useRuleText();
  const { today } = useClient();
  const { basis } = reason;
  const titleOf = (code: string): string => {
    const source = sources.find((one) => one.code === code);
    return source === undefined ? code : `${code} ${say(source.title)}`;
  };
  return (
    <li className={styles.reason}>
      <span>{reasonWords(reason, { t, format, say, today })}</span>
      {basis.from === 'record' ? (
        <Trust of="record" />
      ) : (
        <span title={basis.source.map(titleOf).join('\n')}>
          <Trust of={trustOf(basis.tag)} asOf={format.dateLong(basis.asOf)} brief />
        </span>
      )}
    </li>
  );
}

function StepAction({ step, onBegin }: Pick<StrategyRowProps, 'step' | 'onBegin'>) {
  const t = useT();
  const { begin, underWay } = step;
  if (underWay !== null) {
    return (
      <Link className="cf-nowrap" href={paths.application(underWay.applicationId)}>
        {t('strategy.goOn')}
      </Link>
    );
  }
  if (begin === null || onBegin === undefined) return null;
  return (
    <Button onClick={() => onBegin(begin)}>
      {t('strategy.begin', { kind: t(`vocabulary.applicationKind.${begin.kind}`) })}
    </Button>
  );
}

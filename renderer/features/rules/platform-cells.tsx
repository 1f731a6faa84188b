import type { ReactNode } from 'react';
import type { Cell } from '#shared/domain/comparison-cell.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { BasedText, RuleBasis } from '#shared/domain/rule-basis.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './platforms.module.css';

interface OfRules {
  /** Whose sources are named. */
  readonly rules: Pick<ComparedRules, 'sources'>;
}

/** On whose word and as of when; the sources by name for who asks. */
export function Mark({ basis, rules }: OfRules & { readonly basis: RuleBasis }) {
  const format = useFormat();
  const say = useRuleText();
  const titles = basis.source.map((code) => {
    const source = rules.sources.find((one) => one.code === code);
    return source === undefined ? code : `${code} ${say(source.title)}`;
  });
  return (
    <span className={styles.mark} title={titles.join('\n')}>
      <Trust of={trustOf(basis.tag)} asOf={format.dateLong(basis.asOf)} brief />
    </span>
  );
}

interface CellLineProps<Value> extends OfRules {
  readonly cell: Cell<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** A known value with its mark, or that it is not known. */
export function CellLine<Value>({ cell, rules, children }: CellLineProps<Value>) {
  if (cell.state === 'unknown')
    return <UnknownLine text={cell.text} basis={cell.basis} rules={rules} isWhole />;
  return (
    <p className={styles.line}>
      <span className="cf-strong">{children(cell.value)}</span>
      <Mark basis={cell.basis} rules={rules} />
    </p>
  );
}

interface UnknownLineProps extends OfRules {
  readonly text: RuleText | null;
  readonly basis: RuleBasis;
  /** It is all that the cell says, so that the word stands before it. */
  readonly isWhole?: boolean;
}

export function UnknownLine({ text, basis, rules, isWhole = false }: UnknownLineProps) {
  const t = useT();
  const say = useRuleText();
  return (
    <p className={styles.line}>
      {isWhole && <span className={styles.hollow}>{t('platforms.unknown')}</span>}
      {text && <span className={styles.said}>{say(text)}</span>}
      <Mark basis={basis} rules={rules} />
    </p>
  );
}

/** Texts of a pack, each with its mark. */
export function Lines({ lines, rules }: OfRules & { readonly lines: readonly BasedText[] }) {
  const t = useT();
  const say = useRuleText();
  if (lines.length === 0) return <span className="cf-ink-3">{t('platforms.none')}</span>;
  return lines.map(({ text, basis }) => (
    <p key={basis.place} className={styles.line}>
      <span className={styles.said}>{say(text)}</span>
      <Mark basis={basis} rules={rules} />
    </p>
  ));
}

import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { Cell } from '#shared/domain/comparison-cell.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { RuleBasis } from '#shared/domain/rule-basis.ts';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './platforms.module.css';

interface OfRules {
  /** Whose sources are named. */
  readonly rules: Pick<ComparedRules, 'sources'>;
}

/** On whose word and as of when; the sources by name for who asks. */
export function Mark({ basis, rules }: OfRules & { readonly basis: RuleBasis }) {
  const say = useRuleText();
  const titles = basis.source.map((code) => {
    const source = rules.sources.find((one) => one.code === code);
    return source === undefined ? code : `${code} ${say(source.title)}`;
  });
  return (
    <span className={styles.mark} title={titles.join('\n')}>
      <Trust of={trustOf(basis.tag)} asOf={basis.asOf} brief />
    </span>
  );
}

/** What no source tells: one sign and one word, with nobody's word to mark it; the page says once what it means. */
export function NotFound() {
  return <Status of="not_found" />;
}

/** Where such a body may not certify, so that the matter does not come up. */
export function NotApplicable() {
  const t = useT();
  return <span className="cf-ink-3 cf-xs">{t('platforms.notApplicable')}</span>;
}

interface CellLineProps<Value> extends OfRules {
  readonly cell: Cell<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** A known value with its mark, or that it was not found. */
export function CellLine<Value>({ cell, rules, children }: CellLineProps<Value>) {
  if (cell.state === 'unknown') return <NotFound />;
  return (
    <>
      <span className="cf-strong">{children(cell.value)}</span>
      <Mark basis={cell.basis} rules={rules} />
    </>
  );
}

interface FoldedProps {
  /** What the cell is about, for who does not see where it stands: 微信，费用. */
  readonly about: string;
  /** The one line that always shows. */
  readonly children: ReactNode;
  /** What else there is to say, a line each. */
  readonly more: readonly ReactNode[];
}

/** One line, and the others behind a button that says how many they are. */
export function Folded({ about, children, more }: FoldedProps) {
  const t = useT();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const label = isOpen ? t('platforms.less') : t('platforms.more', { count: more.length });
  return (
    <>
      <div className={styles.line}>
        {children}
        {more.length > 0 && (
          <TextButton
            plain
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('platforms.about', { label, about })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {label}
          </TextButton>
        )}
      </div>
      <ul id={id} className={styles.more} hidden={!isOpen}>
        {isOpen && more.map((line, index) => <li key={index}>{line}</li>)}
      </ul>
    </>
  );
}

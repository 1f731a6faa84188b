import type { ReactNode } from 'react';
import type { Provenance } from '#shared/domain/rule-pack.ts';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import styles from './advice-row.module.css';

interface AdviceRowProps {
  readonly of: StatusKey;
  /** The state in a word of its own, where the usual one is too general. */
  readonly word?: string | undefined;
  readonly title: ReactNode;
  /** Lines below the title, usually `AdviceNote`. */
  readonly children?: ReactNode;
  /** On whose word it is said. */
  readonly rule?: Provenance | undefined;
  /** What the rule is called, before the trust in it. */
  readonly ruleName?: ReactNode;
  /** Named after it. */
  readonly sources?: ReactNode;
  readonly action?: ReactNode;
}

/** One row of what the page advises: state, what is the matter, on whose word, and one action. */
export function AdviceRow({ of, word, title, children, rule, ruleName, sources, action }: AdviceRowProps) {
  const format = useFormat();
  return (
    <li className={styles.row}>
      <span className={styles.state}>
        <Status of={of}>{word}</Status>
      </span>
      <div className="cf-grow">
        <p>{title}</p>
        {children}
        {rule && (
          <p className={styles.source}>
            {ruleName}
            {sources}
            <Trust of={trustOf(rule.tag)} asOf={format.dateLong(rule.asOf)} />
          </p>
        )}
      </div>
      {action}
    </li>
  );
}

export function AdviceNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

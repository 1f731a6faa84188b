/** Where a value comes from, in one word: six for rules, one for what the firm has on record. */
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './trust.module.css';

export type TrustKey = 'official' | 'third_party' | 'article' | 'inferred' | 'open' | 'firm' | 'record';

type TrustProps = {
  readonly of: TrustKey;
  /** The day it was last compared with its source. */
  readonly asOf?: string;
  readonly brief?: boolean;
};

const hasBrief = (of: TrustKey): of is 'third_party' | 'article' => of === 'third_party' || of === 'article';

export function Trust({ of, asOf, brief = false }: TrustProps) {
  const t = useT();
  const word = t(`status.trust.${of}`);
  return (
    <span className={styles.trust}>
      <span className={styles.tag} title={word}>
        {brief && hasBrief(of) ? t(`status.trust.${of}_brief`) : word}
      </span>
      {asOf && <span className="cf-ink-3">{asOf}</span>}
    </span>
  );
}

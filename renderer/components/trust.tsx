/** Where a value comes from, in one word: five for rules, one for what the firm has on record. */
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './trust.module.css';

export type TrustKey = 'official' | 'third_party' | 'inferred' | 'open' | 'firm' | 'record';

type TrustProps = {
  readonly of: TrustKey;
  /** The day it was last compared with its source. */
  readonly asOf?: string;
  readonly brief?: boolean;
};

export function Trust({ of, asOf, brief = false }: TrustProps) {
  const t = useT();
  const word = t(`status.trust.${of}`);
  return (
    <span className={styles.trust}>
      <span className={styles.tag} title={word}>
        {brief && of === 'third_party' ? t('status.trust.third_party_brief') : word}
      </span>
      {asOf && <span className="cf-ink-3">{asOf}</span>}
    </span>
  );
}

import type { Provenance, RulePack } from '#shared/domain/rule-pack.ts';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './rules.module.css';

/** On whose word a line stands, as of when, and the codes of its sources below; their titles are in the tooltip. */
export function LeafTrust({ of, pack }: { readonly of: Provenance; readonly pack: RulePack }) {
  const t = useT();
  const say = useRuleText();
  const titles = of.source.map((code) => {
    const source = pack.sources.find((one) => one.code === code);
    return source === undefined ? code : `${code}  ${say(source.title)}`;
  });
  return (
    <span title={titles.join('\n')}>
      <Trust of={trustOf(of.tag)} asOf={of.asOf} brief />
      <span className={styles.codes}>{of.source.join(t('application.list'))}</span>
    </span>
  );
}

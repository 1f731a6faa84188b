import type { RuleSource } from '#shared/domain/rule-pack.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './rules.module.css';

/** Where the knowledge of a pack or a list comes from; addresses are for reading, the program never opens them. */
export function Sources({ sources }: { readonly sources: readonly RuleSource[] }) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  return (
    <section aria-labelledby="rules-sources">
      <PartHead
        id="rules-sources"
        title={t('rules.sources')}
        count={t('rules.sourceCount', { count: sources.length })}
      />
      <ul className={styles.sources}>
        {sources.map(({ code, title, publisher, date, url }) => (
          <li key={code}>
            <span className="cf-ink-3 cf-mono">{code}</span>
            <span>
              {say(title)}
              <span className={styles.note}>
                {[t(`rules.publisher.${publisher}`), date && format.dateLong(date)]
                  .filter(Boolean)
                  .join(t('application.comma'))}
              </span>
              {url && <span className={`${styles.note} cf-selectable`}>{url}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

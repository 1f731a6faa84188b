import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './rules.module.css';

export interface RuleTab {
  readonly id: string;
  readonly label: string;
}

/** The line of packs under the head; each is an address of its own. */
export function RuleTabs({ tabs, here }: { readonly tabs: readonly RuleTab[]; readonly here: string }) {
  const t = useT();
  return (
    <nav className={styles.packs} aria-label={t('rules.packs')}>
      {tabs.map(({ id, label }) => (
        <Link
          key={id}
          href={paths.rules(id)}
          aria-current={id === here ? 'page' : undefined}
          className="cf-focus-in"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

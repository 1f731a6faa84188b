import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './rules.module.css';

interface ContentsProps {
  readonly sections: readonly { readonly id: string; readonly title: string; readonly count: number }[];
}

/** The parts of a pack with their lines; each leads to its part. */
export function Contents({ sections }: ContentsProps) {
  const t = useT();
  return (
    <nav aria-labelledby="rules-contents">
      <PartHead id="rules-contents" title={t('rules.contents')} />
      <ul className={styles.contents}>
        {sections.map(({ id, title, count }) => (
          <li key={id}>
            <button
              type="button"
              className="cf-focus-in"
              onClick={() => document.getElementById(`rules-${id}`)?.scrollIntoView({ block: 'start' })}
            >
              <span>{title}</span>
              <span className="cf-ink-3 cf-xs">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

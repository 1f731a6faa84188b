import { IconArrowRight } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { DifferenceWords } from './rule-words.ts';
import styles from './rules.module.css';

/** What is otherwise than in another version, under its heading; nothing where nothing is. */
export function DifferencePart({
  version,
  rows,
}: {
  readonly version: string | null;
  readonly rows: readonly DifferenceWords[];
}) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section>
      <PartHead
        title={t('rules.compare.against', { version: version ?? '' })}
        count={t('rules.compare.count', { count: rows.length })}
      />
      <DifferenceList rows={rows} />
    </section>
  );
}

/** Rules that became otherwise: what each is about, what it said, what it says. */
export function DifferenceList({ rows }: { readonly rows: readonly DifferenceWords[] }) {
  const t = useT();
  return (
    <ul className={styles.differences}>
      {rows.map(({ key, kind, title, before, after }) => (
        <li key={key}>
          <span className={styles.sign} data-kind={kind}>
            {t(`rules.compare.kind.${kind}`)}
          </span>
          <div>
            <p>{title}</p>
            <p className={styles.change}>
              {before !== '' && <del>{before}</del>}
              {before !== '' && after !== '' && <IconArrowRight size={12} stroke={iconStroke} aria-hidden />}
              {after !== '' && <b>{after}</b>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

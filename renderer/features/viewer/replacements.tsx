import type { DocumentDetails } from '#shared/contract/documents.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import styles from './viewer.module.css';

/** What has taken the paper's place, and whose place it has taken. */
export function Replacements() {
  const t = useT();
  const format = useFormat();
  const { paper, today } = usePaper();
  const { replacedBy, replaces } = paper;
  if (replacedBy === null && replaces.length === 0) return null;
  const line = (words: 'by' | 'of', other: DocumentDetails['replaces'][number]) => (
    <p key={other.id}>
      <span className="cf-ink-2 cf-nowrap">
        {t(`viewer.replaced.${words}`, { date: format.dateNear(other.on, today) })}
      </span>
      <Link href={paths.document(other.id)} className="cf-cut">
        {other.title === '' ? t(`vocabulary.documentKind.${other.kind}`) : other.title}
      </Link>
    </p>
  );
  return (
    <div className={styles.replaced}>
      {replacedBy !== null && line('by', replacedBy)}
      {replaces.map((other) => line('of', other))}
    </div>
  );
}

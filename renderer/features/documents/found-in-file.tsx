import type { ListedDocument } from '#shared/contract/documents.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { Found } from '#renderer/components/found.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './documents.module.css';

interface FoundInFileProps {
  readonly inFile: NonNullable<ListedDocument['inFile']>;
  readonly search: string;
}

/**
 * Why the row is here, in place of its facts: they can be seen elsewhere, what a file says can not. It takes the width of
 * its column: what follows is cut first, then what comes before, so that what was found stays in sight.
 */
export function FoundInFile({ inFile: { page, isCurrent, excerpt }, search }: FoundInFileProps) {
  const t = useT();
  const place = t(isCurrent ? 'documents.inFile' : 'documents.inOldFile', { page });
  const { start, end } = highlight(excerpt, search)[0] ?? { start: 0, end: 0 };
  return (
    <span className={`cf-xs cf-ink-3 ${styles.found}`} title={`${place} · ${excerpt}`}>
      <span className={styles.lead}>
        {place} · {excerpt.slice(0, start)}
      </span>
      <span className={styles.hit}>
        <Found text={excerpt.slice(start, end)} query={search} />
      </span>
      <span className={styles.rest}>
        <Found text={excerpt.slice(end)} query={search} />
      </span>
    </span>
  );
}

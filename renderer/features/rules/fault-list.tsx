import { Notice } from '#renderer/components/notice.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './rules.module.css';

interface FaultListProps {
  readonly fileName: string;
  /** Where, and what is wrong there; no place means the whole file. */
  readonly faults: readonly { readonly place: string; readonly words: string }[];
}

/** A file that was refused: its faults with their places. */
export function FaultList({ fileName, faults }: FaultListProps) {
  const t = useT();
  return (
    <>
      <Notice tone="danger" title={t('rules.import.faulty', { name: fileName, count: faults.length })}>
        {t('rules.import.nothingDone')}
      </Notice>
      <ul className={styles.faults} aria-label={t('rules.import.faults')}>
        {faults.map(({ place, words }) => (
          <li key={`${place} ${words}`}>
            <span className="cf-mono">{place || t('rules.import.wholeFile')}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useT } from '#renderer/i18n/use-t.ts';
import { FileFacts } from './file-facts.tsx';
import { PaperFacts } from './paper-facts.tsx';
import type { PaperVersion } from './paper-context.tsx';
import { StatedFacts } from './stated-facts.tsx';
import { Uses } from './uses.tsx';
import type { OpenPane } from './use-pane.ts';
import styles from './viewer.module.css';

interface PanelProps {
  readonly pane: OpenPane;
  readonly version: PaperVersion;
}

/** What is known of the paper: what it says, what is said of it, where it is used, and its file. */
export function Panel({ pane, version }: PanelProps) {
  const t = useT();
  return (
    <aside className={styles.panel} aria-label={t('viewer.panel')}>
      <StatedFacts />
      <PaperFacts />
      <Uses />
      <FileFacts pane={pane} version={version} />
    </aside>
  );
}

import { useT } from '#renderer/i18n/use-t.ts';
import { FileFacts } from './file-facts.tsx';
import { PaperFacts } from './paper-facts.tsx';
import type { PaperVersion } from './paper-context.tsx';
import { ReadFieldsPart } from './read-fields.tsx';
import { Replacements } from './replacements.tsx';
import { StatedFacts } from './stated-facts.tsx';
import { Uses } from './uses.tsx';
import type { OpenPane } from './use-pane.ts';
import type { ReadFields } from './use-read-fields.ts';
import styles from './viewer.module.css';

interface PanelProps {
  readonly pane: OpenPane;
  readonly version: PaperVersion;
  readonly fields: ReadFields;
}

/** What is known of the paper: what has taken its place, what was read off it, what it says, what is said of it, where it is used, and its file. */
export function Panel({ pane, version, fields }: PanelProps) {
  const t = useT();
  return (
    <aside className={styles.panel} aria-label={t('viewer.panel')}>
      <Replacements />
      <ReadFieldsPart fields={fields} pane={pane} />
      <StatedFacts read={fields.rows} />
      <PaperFacts />
      <Uses />
      <FileFacts pane={pane} version={version} />
    </aside>
  );
}

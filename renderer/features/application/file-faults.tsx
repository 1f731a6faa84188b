import type { ApplicationItem } from '#shared/contract/applications.ts';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { goTo, mendingPlace } from './mending-place.ts';
import { useFileFaults } from './use-file-faults.ts';
import styles from './paper-popover.module.css';

interface FileFaultsProps {
  readonly item: ApplicationItem;
  readonly document: ApplicationItem['documents'][number];
}

/** What is wrong with the files of a paper, what to do, and the way to the page where it is seen. */
export function FileFaults({ item, document }: FileFaultsProps) {
  const t = useT();
  const ruleText = useRuleText();
  const { details, pack } = useCase();
  const faults = useFileFaults(item, document);
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults}>
      {faults.map(({ finding, words }) => {
        const place = mendingPlace(finding, details, pack);
        return (
          <li key={finding.key}>
            <Status of="warning">{words}</Status>
            <span className="cf-xs cf-ink-2">{ruleText(finding.remedy)}</span>
            {place.on === 'page' && (
              <TextButton onClick={() => goTo(place)}>{t('application.paper.showPage')}</TextButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { TouchedApplication } from '#shared/contract/rules.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { impactWords } from './impact-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';
import styles from './rules.module.css';

interface TouchedListProps {
  readonly touched: readonly TouchedApplication[];
  /** Which of them are to go along; without it they are only shown. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (chosen: ReadonlySet<string>) => void;
}

/** Those that can go along and keep a chance to answer: what is ticked unless somebody decides otherwise. */
export const movable = (touched: readonly TouchedApplication[]): string[] =>
  touched.filter(({ canMove, isBeyondRefills }) => canMove && !isBeyondRefills).map(({ id }) => id);

/** How many are drawn at first, and with each further look. */
const shownAtOnce = 50;

/** Open applications with what would become otherwise for each. */
export function TouchedList({ touched, chosen, onChoose }: TouchedListProps) {
  const t = useT();
  const speech = useRuleSpeech();
  const [shown, setShown] = useState(shownAtOnce);
  const hidden = touched.length - shown;
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose?.(next);
  };
  return (
    <ul className={styles.touched}>
      {touched.slice(0, shown).map(({ id, clientName, accountName, number, stage, canMove, changes }) => (
        <li key={id}>
          {chosen !== undefined && (
            <Checkbox
              aria-label={t('rules.touched.choose', { name: clientName })}
              checked={chosen.has(id)}
              disabled={!canMove}
              onChange={() => toggle(id)}
            />
          )}
          <div className={styles.who}>
            <p>
              <Link href={paths.application(id)}>{clientName}</Link>{' '}
              <span className="cf-ink-3 cf-xs">
                {[accountName, number, t(`vocabulary.stage.${stage}`)].join(t('application.comma'))}
              </span>
            </p>
            <ul className={styles.impacts}>
              {/* Several papers may meet the same finding: it is told once. */}
              {[...new Set(changes.map((change) => impactWords(change, speech)))].map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <TextButton onClick={() => setShown(shown + shownAtOnce * 4)}>
            {t('rules.touched.more', { count: hidden })}
          </TextButton>
        </li>
      )}
    </ul>
  );
}

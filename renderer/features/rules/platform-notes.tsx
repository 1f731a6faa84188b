import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { BasedText } from '#shared/domain/rule-basis.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Mark } from './platform-cells.tsx';
import styles from './platforms.module.css';

const parts = ['statements', 'conflicts', 'unknowns'] as const;
type Part = (typeof parts)[number];

/** What is said of each platform beyond the table: what else is known, where sources disagree, what was not found. */
export function PlatformNotes({ platforms }: { readonly platforms: readonly ComparedPlatform[] }) {
  const t = useT();
  return (
    <section aria-labelledby="platforms-notes">
      <PartHead id="platforms-notes" title={t('platforms.notes')} />
      {platforms.map(
        ({ platform, rules }) => rules && <NotesOf key={platform} platform={platform} rules={rules} />,
      )}
    </section>
  );
}

interface NotesOfProps {
  readonly platform: Platform;
  readonly rules: ComparedRules;
}

function NotesOf({ platform, rules }: NotesOfProps) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const told = parts.filter((part) => rules[part].length > 0);
  return (
    <details className={styles.notes} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>
        <IconChevronRight size={14} stroke={iconStroke} className={styles.sign} aria-hidden />
        <span className="cf-strong">{t(`vocabulary.platform.${platform}`)}</span>
        {told.map((part) => (
          <span key={part} className="cf-ink-2 cf-xs">
            {t(`platforms.count.${part}`, { count: rules[part].length })}
          </span>
        ))}
      </summary>
      {isOpen &&
        told.map((part) => (
          <section key={part} aria-label={t(`platforms.row.${part}`)} className={styles.notesPart}>
            <h3>{t(`platforms.row.${part}`)}</h3>
            <NoteList part={part} texts={rules[part]} rules={rules} />
          </section>
        ))}
    </details>
  );
}

interface NoteListProps {
  readonly part: Part;
  readonly texts: readonly BasedText[];
  readonly rules: ComparedRules;
}

/** The lines of one part; what was not found is nobody's word, so that it has no mark. */
function NoteList({ part, texts, rules }: NoteListProps) {
  const say = useRuleText();
  return (
    <ul>
      {texts.map(({ text, basis }) => (
        <li key={basis.place}>
          <span>{say(text)}</span>
          {part !== 'unknowns' && <Mark basis={basis} rules={rules} />}
        </li>
      ))}
    </ul>
  );
}

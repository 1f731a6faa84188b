import { IconInfoCircle } from '@tabler/icons-react';
import type { MergeNote, MergePreview } from '#shared/contract/merging.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { amountWords } from './amount-words.ts';
import styles from './merge.module.css';

/** What follows the client that is put in, and what becomes of what both have. */
export function MergedThings({ preview: { moved, notes } }: { readonly preview: MergePreview }) {
  const t = useT();
  const amounts = amountWords(moved, t);
  return (
    <div className={styles.things}>
      <span className={styles.label}>{t('duplicates.dialog.moved')}</span>
      <div>
        <p className="cf-strong">
          {amounts.length > 0 ? amounts.join(t('duplicates.and')) : t('duplicates.dialog.nothingMoved')}
        </p>
        {notes.length > 0 && (
          <ul className={styles.notes}>
            {notes.map((note, index) => (
              <li key={`${index} ${note.kind}`}>
                <IconInfoCircle size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
                {noteWords(note, t)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function noteWords(note: MergeNote, t: TFunction): string {
  switch (note.kind) {
    case 'paper_twice':
      return t('duplicates.note.paper_twice', {
        paper: t(`vocabulary.documentKind.${note.paper}`),
        count: note.count,
      });
    case 'account_twice':
      return t('duplicates.note.account_twice', { name: note.name, number: note.number });
    case 'answer_differs':
      return t('duplicates.note.answer_differs', { count: note.count });
    case 'contact_twice':
    case 'contact_joined':
    case 'bank_account_twice':
    case 'bank_account_joined':
      return t(`duplicates.note.${note.kind}`, { name: note.name });
  }
}

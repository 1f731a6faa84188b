import { ActionIcon } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { NoteRow } from '#shared/contract/notes.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from '../icon.ts';
import { Link } from '../link.tsx';
import { paths } from '../paths.ts';
import { NoteForm } from './note-form.tsx';
import type { NoteText } from './note-form.tsx';
import styles from './notes.module.css';

interface NoteEntryProps {
  readonly note: NoteRow;
  readonly nowMs: number;
  /** On the client's page: which application it is about. */
  readonly showsApplication: boolean;
  /** Left out, the note can't be changed here. */
  readonly onSave?: (note: NoteText, base: NoteRow) => Promise<boolean>;
  readonly onRemove?: () => void;
}

/** What was there when the change began goes with it, so that what is written elsewhere meanwhile is not lost. */
interface Draft {
  readonly base: NoteRow;
  readonly text: string;
}

/** One note: when, by whom, and its lines; it is changed in place. */
export function NoteEntry({ note, nowMs, showsApplication, onSave, onRemove }: NoteEntryProps) {
  const t = useT();
  const format = useFormat();
  const [draft, setDraft] = useState<Draft | null>(null);
  const moment = format.moment(note.notedAtMs, nowMs);
  if (draft !== null && onSave !== undefined) {
    return (
      <li className={styles.editing} data-place={`note.${note.id}`}>
        <NoteForm
          label={t('components.notes.edit', { moment })}
          text={draft.text}
          onText={(text) => setDraft({ ...draft, text })}
          atMs={note.notedAtMs}
          nowMs={nowMs}
          momentWords={moment}
          saveWords={t('components.action.save')}
          onSave={async (next) => {
            const isSaved = await onSave(next, draft.base);
            if (isSaved) setDraft(null);
            return isSaved;
          }}
          onCancel={() => setDraft(null)}
        />
      </li>
    );
  }
  return (
    <li className={styles.note} data-place={`note.${note.id}`}>
      <span className={styles.who}>
        <span className="cf-nowrap">{moment}</span>
        <span className="cf-cut">{note.consultantName}</span>
      </span>
      <span className={styles.what}>
        {showsApplication && note.applicationId !== null && (
          <Link className="cf-xs" href={paths.application(note.applicationId)}>
            {t('components.notes.application', {
              account: note.accountName ?? '',
              number: note.applicationNumber ?? '',
            })}
          </Link>
        )}
        <span className={`${styles.text} cf-selectable`}>{note.text}</span>
      </span>
      <span className={styles.tools}>
        {onSave && (
          <ActionIcon
            size={20}
            aria-label={t('components.notes.edit', { moment })}
            title={t('components.action.edit')}
            onClick={() => setDraft({ base: note, text: note.text })}
          >
            <IconPencil size={12} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        )}
        {onRemove && (
          <ActionIcon
            size={20}
            aria-label={t('components.notes.remove', { moment })}
            title={t('components.action.remove')}
            onClick={onRemove}
          >
            <IconX size={12} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}

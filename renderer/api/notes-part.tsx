import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { NoteRow } from '#shared/contract/notes.ts';
import { DraftHint } from '#renderer/components/draft-hint.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { NoteEntry } from '#renderer/components/notes/note-entry.tsx';
import { NoteForm } from '#renderer/components/notes/note-form.tsx';
import type { NoteText } from '#renderer/components/notes/note-form.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useArrival } from '#renderer/components/use-arrival.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from '#renderer/components/notes/notes.module.css';
import { useApi } from './api.tsx';
import { QueryFailure } from './query-failure.tsx';
import { useAction } from './use-action.ts';
import { useDraft } from './use-draft.ts';
import { useSave } from './use-save.ts';

interface NotesPartProps {
  readonly clientId: string;
  /** Null: all notes of the client, those of its applications among them. */
  readonly applicationId: string | null;
  readonly nowMs: number;
  /** What is in the trash is only read. */
  readonly isReadOnly: boolean;
  /** `note.ID` comes into view. */
  readonly place?: string | undefined;
}

/** Notes with their field: written, changed in place, and taken away, each with undo. */
export function NotesPart({ clientId, applicationId, nowMs, isReadOnly, place }: NotesPartProps) {
  const t = useT();
  const { query } = useApi();
  const through = place?.startsWith('note.') === true ? place.slice('note.'.length) : null;
  const notes = useInfiniteQuery(
    query.notes.list.infiniteOptions({
      input: (after: string | null) => ({ clientId, applicationId, after, through }),
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  );
  const rows = notes.data?.pages.flatMap((page) => page.rows) ?? [];
  useArrival(notes.isSuccess && through !== null ? place : undefined);
  return (
    <div className={styles.part}>
      {!isReadOnly && <NewNote {...{ clientId, applicationId, nowMs }} />}
      {notes.error && <QueryFailure error={notes.error} onRetry={() => void notes.refetch()} />}
      {isReadOnly && notes.isSuccess && rows.length === 0 && (
        <EmptyLine>{t('components.notes.empty')}</EmptyLine>
      )}
      {rows.length > 0 && (
        <ol>
          {rows.map((note) => (
            <Entry key={note.id} {...{ note, nowMs, isReadOnly }} showsApplication={applicationId === null} />
          ))}
        </ol>
      )}
      {notes.hasNextPage && (
        <TextButton disabled={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
          {t('components.notes.more')}
        </TextButton>
      )}
    </div>
  );
}

function NewNote({ clientId, applicationId, nowMs }: Omit<NotesPartProps, 'isReadOnly' | 'place'>) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const [text, setText] = useState('');
  const form = `note.${applicationId ?? clientId}`;
  const isGone = useIsGone();
  const draft = useDraft({
    form,
    schema: noteDraft,
    values: text.trim() === '' ? null : text,
    restore: setText,
  });
  const drop = (): void => {
    setText('');
    draft.forget();
  };
  const add = async (note: NoteText): Promise<boolean> => {
    drop();
    const saved = await act(
      () =>
        backend.notes.add({
          ...{ clientId, applicationId, text: note.text },
          ...(note.atMs !== null && { notedAtMs: note.atMs }),
        }),
      t('components.notes.added'),
    );
    if (saved === undefined) comeBack(note.text);
    return saved !== undefined;
  };
  const comeBack = (lost: string): void => {
    // Who has left finds it again as a draft, who is still here before what has been typed since.
    if (isGone()) void backend.drafts.keep({ form, text: JSON.stringify(lost) }).catch(() => undefined);
    else setText((since) => [lost, since].filter((part) => part !== '').join('\n'));
  };
  return (
    <NoteForm
      label={t('components.notes.label')}
      text={text}
      onText={setText}
      atMs={nowMs}
      nowMs={nowMs}
      momentWords={t('components.notes.now')}
      saveWords={t('components.notes.add')}
      onSave={add}
      end={draft.isRestored && <DraftHint onDiscard={drop} />}
    />
  );
}

/** Whether the part has gone from the page meanwhile. */
function useIsGone(): () => boolean {
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => void (gone.current = true);
  }, []);
  return () => gone.current;
}

const noteDraft = z.string();

interface EntryProps {
  readonly note: NoteRow;
  readonly nowMs: number;
  readonly isReadOnly: boolean;
  readonly showsApplication: boolean;
}

function Entry({ note, nowMs, isReadOnly, showsApplication }: EntryProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const save = useSave();
  const { id } = note;
  if (isReadOnly) return <NoteEntry {...{ note, nowMs, showsApplication }} />;
  const change = async (next: NoteText, { text, notedAtMs }: NoteRow): Promise<boolean> => {
    const changes = { text: next.text, notedAtMs: next.atMs ?? notedAtMs };
    const saved = await save<typeof changes>(
      {
        ...{ rowId: id, base: { text, notedAtMs }, changes },
        write: (fields) => backend.notes.update({ id, ...fields }),
      },
      t('components.notes.saved'),
    );
    return saved !== undefined;
  };
  return (
    <NoteEntry
      {...{ note, nowMs, showsApplication }}
      onSave={change}
      onRemove={() => void act(() => backend.notes.trash({ id }), t('components.notes.removed'))}
    />
  );
}

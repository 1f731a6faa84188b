import { Button } from '@mantine/core';
import { IconArrowsDiagonal, IconFilePlus, IconListDetails, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useSave } from '#renderer/api/use-save.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useSaveStated } from '#renderer/api/use-save-stated.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { StatedForm } from '#renderer/components/stated-form.tsx';
import { VaultPicture } from '#renderer/components/vault-picture.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { changedFields } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { recordedFacts } from '#renderer/api/recorded-facts.ts';
import { Storing } from '#renderer/api/storing.tsx';
import { useStorePaper } from '#renderer/api/use-store-paper.ts';
import { OtherPapers } from './other-papers.tsx';
import styles from './papers.module.css';

interface PaperCardProps {
  readonly paper: DocumentRow;
  readonly onClose: () => void;
}

/** Pictures of a paper, and what can be said of it: its name and dates, or what it says itself. */
export function PaperCard({ paper, onClose }: PaperCardProps) {
  const { details, today } = useClient();
  const saveStated = useSaveStated();
  const [isStating, setStating] = useState(false);
  // What was shown when the card opened is what the save starts from.
  const [opened] = useState(paper);
  if (!isStating) return <PaperFields paper={paper} onClose={onClose} onState={() => setStating(true)} />;
  return (
    <div className={styles.card}>
      <Pictures paper={paper} />
      <StatedForm
        paper={opened}
        recorded={recordedFacts(details)}
        today={today}
        onSave={(changes) => saveStated(opened, changes)}
        onDone={onClose}
      />
    </div>
  );
}

interface PaperFieldsProps extends PaperCardProps {
  readonly onState: () => void;
}

/** Its name and dates to be changed, what it says, a new version, the trash. */
function PaperFields({ paper, onClose, onState }: PaperFieldsProps) {
  const t = useT();
  const { backend } = useApi();
  const saveFields = useSave();
  const kindWords = (of: DocumentKind): string => t(`vocabulary.documentKind.${of}`);
  // What was shown when the card opened is what the save starts from.
  const [opened] = useState(editable(paper));
  const [form, setForm] = useState(opened);
  const kind = kindWords(form.kind);
  const title = form.title.trim() || opened.title;
  const changed = changedFields(opened, { ...form, title });
  const isChanged = Object.keys(changed.changes).length > 0;
  const save = async (): Promise<void> => {
    if (!isChanged) return;
    const saved = await saveFields<typeof opened>(
      {
        ...changed,
        rowId: paper.id,
        write: (save) => backend.documents.update({ id: paper.id, ...save }),
      },
      t('client.papers.saved', { name: title || kind }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Pictures paper={paper} />
      <OtherPapers paper={paper} />
      <Button
        leftSection={<IconArrowsDiagonal size={16} stroke={iconStroke} aria-hidden />}
        onClick={() => navigateTo(paths.document(paper.id))}
      >
        {t('client.papers.open')}
      </Button>
      <ChoiceField
        label={t('client.papers.kind')}
        values={documentKinds}
        words={kindWords}
        value={form.kind}
        onChange={(next) => setForm(ofKind(form, next, kindWords))}
        searchable
        isInPopover
      />
      <TextField
        label={t('client.papers.name')}
        value={form.title}
        placeholder={kind}
        onChange={(text) => setForm({ ...form, title: text })}
        autoComplete="off"
      />
      <DateField
        label={t('client.papers.validFrom')}
        value={form.validFromOn}
        parse={(text) => readTypedDate(text, t)}
        onChange={(value) => setForm({ ...form, validFromOn: value === 'forever' ? null : value })}
        onEnter={() => void save()}
      />
      <DateField
        label={t('client.papers.validUntil')}
        value={form.validUntil}
        parse={(text) => readTypedDate(text, t)}
        onChange={(validUntil) => setForm({ ...form, validUntil })}
        mayBeForever
        onEnter={() => void save()}
      />
      <div className="cf-row">
        <Button type="submit" variant="filled" disabled={!isChanged}>
          {t('components.action.save')}
        </Button>
        <span className="cf-grow" />
        <TrashButton paper={paper} onClose={onClose} />
      </div>
      {statedFieldsOf(paper.kind).length > 0 && (
        <Button leftSection={<IconListDetails size={16} stroke={iconStroke} aria-hidden />} onClick={onState}>
          {t('components.stated.open')}
        </Button>
      )}
      <NewVersion paper={paper} />
    </form>
  );
}

const editable = ({ kind, title, validFromOn, validUntil }: DocumentRow) => ({
  ...{ kind, title, validFromOn, validUntil },
});

/** A name that said the kind says the new one. */
function ofKind(
  form: ReturnType<typeof editable>,
  kind: DocumentKind,
  wordsOf: (kind: DocumentKind) => string,
): ReturnType<typeof editable> {
  return { ...form, kind, title: form.title === wordsOf(form.kind) ? wordsOf(kind) : form.title };
}

function Pictures({ paper }: { readonly paper: DocumentRow }) {
  const t = useT();
  const format = useFormat();
  const bytes = paper.current.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <figure className={styles.pictures}>
      <div>
        {paper.current.map(({ id, sha256, originalName }) => (
          <Link key={id} href={paths.document(paper.id)} tabIndex={-1}>
            <VaultPicture
              sha256={sha256}
              form="thumbnail"
              alt={t('documents.picture', { name: originalName })}
            />
          </Link>
        ))}
      </div>
      <figcaption className="cf-xs cf-ink-3">
        {paper.current.map(({ originalName }) => originalName).join(t('client.comma'))} ·{' '}
        {format.bytes(bytes)}
      </figcaption>
    </figure>
  );
}

function TrashButton({ paper, onClose }: PaperCardProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const trash = async (): Promise<void> => {
    const trashed = await act(
      () => backend.documents.trash({ id: paper.id }),
      t('client.papers.trashed', { name: paper.title || t(`vocabulary.documentKind.${paper.kind}`) }),
    );
    if (trashed !== undefined) onClose();
  };
  return (
    <Button
      leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
      onClick={() => void trash()}
    >
      {t('client.trash')}
    </Button>
  );
}

/** Another scan of the same paper; the earlier one is kept as it is. */
function NewVersion({ paper }: { readonly paper: DocumentRow }) {
  const t = useT();
  const { shell } = useApi();
  const { report } = useFailures();
  const store = useStorePaper(useClient().details.client.id);
  const add = async (): Promise<void> => {
    const files = await shell.chooseFiles({ kind: 'scan', multiple: true });
    if (files.length > 0)
      await store.run({
        documentId: paper.id,
        kind: paper.kind,
        title: paper.title,
        validUntil: paper.validUntil,
        files,
      });
  };
  return (
    <>
      <Storing state={store.state} />
      <Button
        leftSection={<IconFilePlus size={16} stroke={iconStroke} aria-hidden />}
        disabled={store.state.kind === 'storing'}
        onClick={() => void add().catch(report)}
      >
        {t('client.papers.newVersion')}
      </Button>
    </>
  );
}

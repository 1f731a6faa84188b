import { useState } from 'react';
import type { ChosenFile } from '#shared/contract/shell.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useClient } from './client-context.tsx';
import { kindByName, paperTitle } from './kind-by-name.ts';
import { Storing } from '#renderer/api/storing.tsx';
import { useStorePaper } from '#renderer/api/use-store-paper.ts';
import styles from './papers.module.css';

interface AddPaperDialogProps {
  readonly files: readonly ChosenFile[];
  readonly onClose: () => void;
}

/** Files become one paper: what it is, what it is called, how long it is good. */
export function AddPaperDialog({ files, onClose }: AddPaperDialogProps) {
  const t = useT();
  const format = useFormat();
  const kindWords = (kind: DocumentKind): string => t(`vocabulary.documentKind.${kind}`);
  const fileName = files[0]?.name ?? '';
  // A kind that nobody has named is asked for: a wrong one would be counted as that paper everywhere.
  const [known] = useState(() => kindByName(fileName, kindWords));
  const [kind, setKind] = useState<DocumentKind | null>(known ?? null);
  const [title, setTitle] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState<ValidUntil>(null);
  const store = useStorePaper(useClient().details.client.id);
  const name = title ?? paperTitle(kind, fileName, kindWords);
  const save = async (): Promise<boolean> =>
    kind !== null && store.run({ documentId: null, kind, title: name.trim(), validUntil, files });
  return (
    <FormDialog
      title={t('client.papers.add')}
      canSave={kind !== null && name.trim() !== '' && store.state.kind === 'idle'}
      onSave={save}
      onClose={onClose}
    >
      <ul className={styles.files}>
        {files.map(({ token, name: each, sizeBytes }) => (
          <li key={token}>
            <span className="cf-cut cf-grow" title={each}>
              {each}
            </span>
            <span className="cf-xs cf-ink-3">{format.bytes(sizeBytes)}</span>
          </li>
        ))}
      </ul>
      <ChoiceField
        label={t('client.papers.kind')}
        values={documentKinds}
        words={kindWords}
        value={kind}
        onChange={setKind}
        searchable
        required
        autoFocus={known === undefined}
        placeholder={t('client.papers.kindHint')}
        {...(kind === null && { check: { tone: 'info', text: t('client.papers.kindUnknown') } })}
      />
      <TextField
        label={t('client.papers.name')}
        value={name}
        onChange={setTitle}
        required
        autoComplete="off"
      />
      <DateField
        label={t('client.papers.validUntil')}
        value={validUntil}
        parse={(text) => readTypedDate(text, t)}
        onChange={setValidUntil}
        mayBeForever
        autoFocus={known !== undefined}
      />
      <Storing state={store.state} />
    </FormDialog>
  );
}

import type { ApplicationItem } from '#shared/contract/applications.ts';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DocumentDate } from './document-date.tsx';
import type { Adding, RefusedFile } from './read-adding.ts';
import { useTakeFiles } from './take-files.tsx';
import styles from './adding-line.module.css';

interface AddingLineProps {
  readonly item: ApplicationItem;
  readonly adding: Adding;
}

/** Under the row: how far the files are, which were refused and why, and the question how long the paper is good. */
export function AddingLine({ item, adding }: AddingLineProps) {
  const t = useT();
  const files = useTakeFiles();
  const figuresOf = useProgressFigures();
  const close = (): void => files.dismiss(item.id);
  if (adding.kind === 'adding') {
    const { name, fileNo, fileCount, cancel } = adding;
    return (
      <Job
        title={t('application.storing', { name })}
        figures={figuresOf('files', fileNo, fileCount)}
        share={fileCount === 1 ? null : (fileNo - 1) / fileCount}
        onCancel={cancel}
      />
    );
  }
  const document = item.documents.find(({ id }) => id === adding.documentId);
  const asksDate =
    document !== undefined && (carriesValidity(document.kind) || item.requirement.accepts.length > 1);
  if (!asksDate && adding.refused.length === 0) return null;
  return (
    <div className={styles.lines}>
      {adding.refused.map((file, index) => (
        <Refused key={`${index} ${file.name}`} file={file} onDismiss={close} />
      ))}
      {asksDate && <DocumentDate key={document.id} item={item} document={document} isNew onDone={close} />}
    </div>
  );
}

function Refused({ file, onDismiss }: { readonly file: RefusedFile; readonly onDismiss: () => void }) {
  const t = useT();
  const wordsOf = useErrorWords();
  const { happened, todo } = wordsOf(file);
  return (
    <Result
      tone="danger"
      title={
        happened.includes(file.name) ? happened : t('application.refused', { name: file.name, happened })
      }
      onDismiss={onDismiss}
    >
      {todo}
    </Result>
  );
}

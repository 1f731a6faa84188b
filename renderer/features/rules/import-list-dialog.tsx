import type { CategoryListPreview } from '#shared/contract/rules.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DifferencePart } from './difference-list.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { useListDifferenceWords } from './use-list-difference-words.ts';

interface ImportListDialogProps {
  /** Token of the chosen file. */
  readonly file: string;
  readonly onClose: () => void;
}

/** A list of categories before it is taken in. */
export function ImportListDialog({ file, onClose }: ImportListDialogProps) {
  const t = useT();
  const { backend } = useApi();
  const look = useLook(['previewCategories', file], (signal) =>
    backend.rules.previewCategories({ file }, { signal }),
  );
  return (
    <ImportDialog
      title={t('categories.import.title')}
      look={look}
      install={(input) => backend.rules.installCategories({ file, ...input })}
      differences={(preview) => <Differences preview={preview} />}
      onInstalled={onClose}
      onClose={onClose}
    />
  );
}

function Differences({ preview }: { readonly preview: Extract<CategoryListPreview, { ok: true }> }) {
  const { differences, comparedWith, before, after } = preview;
  const wordsOf = useListDifferenceWords(before ?? after, after);
  return <DifferencePart version={comparedWith} rows={wordsOf(differences)} />;
}

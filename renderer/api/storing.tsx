import { useErrorWords } from './use-error-words.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { StoreState } from './use-store-paper.ts';

/** How far the files are, and which were refused and why. */
export function Storing({ state }: { readonly state: StoreState }) {
  const t = useT();
  const wordsOf = useErrorWords();
  const figuresOf = useProgressFigures();
  if (state.kind === 'storing') {
    const { name, fileNo, fileCount, cancel } = state;
    return (
      <Job
        title={t('components.store.storing', { name })}
        figures={figuresOf('files', fileNo, fileCount)}
        share={fileCount === 1 ? null : (fileNo - 1) / fileCount}
        onCancel={cancel}
      />
    );
  }
  return state.refused.map((file, index) => {
    const { happened, todo } = wordsOf(file);
    return (
      <Result key={`${index} ${file.name}`} tone="danger" title={happened}>
        {todo}
      </Result>
    );
  });
}

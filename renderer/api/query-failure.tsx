import { Button } from '@mantine/core';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { shownError } from './app-error.ts';
import { useErrorWords } from './use-error-words.ts';
import styles from './query-failure.module.css';

interface QueryFailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Stands where a list or a page would, when it could not be read. */
export function QueryFailure({ error, onRetry }: QueryFailureProps) {
  const t = useT();
  const wordsOf = useErrorWords();
  const shown = shownError(error);
  if (shown === null) return null;
  const { happened, safe, todo } = wordsOf(shown);
  return (
    <div className={styles.place}>
      <ErrorPanel
        happened={happened}
        safe={safe}
        todo={todo}
        details={shown.detail}
        actions={onRetry && <Button onClick={onRetry}>{t('components.action.retry')}</Button>}
      />
    </div>
  );
}

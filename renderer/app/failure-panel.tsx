import { Button, Portal } from '@mantine/core';
import { useFailures } from '#renderer/api/failures.tsx';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './failure-panel.module.css';

/** A call that failed, over the foot of the page and over dialogs until it has been read. */
export function FailurePanel() {
  const t = useT();
  const wordsOf = useErrorWords();
  const { current, dismiss } = useFailures();
  if (current === null) return null;
  const { happened, safe, todo } = wordsOf(current);
  return (
    <Portal>
      <div className={styles.place}>
        <ErrorPanel
          happened={happened}
          safe={safe}
          todo={todo}
          details={current.detail}
          actions={<Button onClick={dismiss}>{t('components.action.dismiss')}</Button>}
        />
      </div>
    </Portal>
  );
}

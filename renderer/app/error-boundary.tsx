import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './error-boundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** A fault in the drawing of a page leaves a sentence and a way on, not a white window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Fallen error={error} />;
  }
}

function Fallen({ error }: { readonly error: Error }) {
  const t = useT();
  return (
    <div className={styles.place}>
      <ErrorPanel
        happened={t('errors.INTERNAL.happened')}
        safe={t('errors.INTERNAL.safe')}
        todo={t('errors.INTERNAL.todo')}
        details={error.stack ?? error.message}
        actions={<Button onClick={() => window.location.reload()}>{t('components.action.retry')}</Button>}
      />
    </div>
  );
}

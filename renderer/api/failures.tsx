import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { shownError } from './app-error.ts';
import type { ShownError } from './app-error.ts';

interface Failures {
  /** The failure that waits to be read, if there is one. */
  readonly current: ShownError | null;
  /**
   * Shows a failed call until it is read, or its page is left; that of long work, which goes on over pages, until it is
   * read. A call that the user cancelled is not a failure.
   */
  readonly report: (error: unknown, of?: 'long_work') => void;
  readonly dismiss: () => void;
  /** The page was left: what belongs to another one than that of now goes, whether it has been read or not. */
  readonly leavePage: () => void;
}

interface FailedOn {
  readonly error: ShownError;
  /** Null where it belongs to none. */
  readonly page: string | null;
}

const FailuresContext = createContext<Failures | undefined>(undefined);

export function FailuresProvider({ children }: { readonly children: ReactNode }) {
  const [failed, setFailed] = useState<FailedOn | null>(null);
  const report = useCallback((error: unknown, of?: 'long_work') => {
    const shown = shownError(error);
    if (shown !== null) setFailed({ error: shown, page: of === 'long_work' ? null : currentPage() });
  }, []);
  const leavePage = useCallback(
    () => setFailed((last) => (last?.page === null || last?.page === currentPage() ? last : null)),
    [],
  );
  const value = useMemo(
    () => ({ current: failed?.error ?? null, report, dismiss: () => setFailed(null), leavePage }),
    [failed, report, leavePage],
  );
  return <FailuresContext value={value}>{children}</FailuresContext>;
}

/** By the address, which is another one before its page is drawn: what fails in between belongs to that one. */
const currentPage = (): string => window.location.hash.split('?')[0] ?? '';

export function useFailures(): Failures {
  const failures = use(FailuresContext);
  if (failures === undefined) throw new Error('useFailures is used outside of FailuresProvider');
  return failures;
}

import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { shownError } from './app-error.ts';
import type { ShownError } from './app-error.ts';

interface Failures {
  /** The failure that waits to be read, if there is one. */
  readonly current: ShownError | null;
  /** Shows a failed call until it is read; a call that the user cancelled is not a failure. */
  readonly report: (error: unknown) => void;
  readonly dismiss: () => void;
  /** The page was left: what failed on another one than that of now goes, whether it has been read or not. */
  readonly leavePage: () => void;
}

interface FailedOn {
  readonly error: ShownError;
  readonly page: string;
}

const FailuresContext = createContext<Failures | undefined>(undefined);

export function FailuresProvider({ children }: { readonly children: ReactNode }) {
  const [failed, setFailed] = useState<FailedOn | null>(null);
  const report = useCallback((error: unknown) => {
    const shown = shownError(error);
    if (shown !== null) setFailed({ error: shown, page: currentPage() });
  }, []);
  const leavePage = useCallback(() => setFailed((last) => (last?.page === currentPage() ? last : null)), []);
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

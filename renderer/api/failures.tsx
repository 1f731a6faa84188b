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
}

const FailuresContext = createContext<Failures | undefined>(undefined);

export function FailuresProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<ShownError | null>(null);
  const report = useCallback((error: unknown) => {
    const shown = shownError(error);
    if (shown !== null) setCurrent(shown);
  }, []);
  const value = useMemo(() => ({ current, report, dismiss: () => setCurrent(null) }), [current, report]);
  return <FailuresContext value={value}>{children}</FailuresContext>;
}

export function useFailures(): Failures {
  const failures = use(FailuresContext);
  if (failures === undefined) throw new Error('useFailures is used outside of FailuresProvider');
  return failures;
}

import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { StaleField } from '#shared/contract/errors.ts';

export type Side = 'mine' | 'theirs';
export type Choices = Readonly<Record<string, Side>>;

/** A field of a save: what it began from (`expected`), what was written elsewhere (`found`), and what was typed. */
export interface ConflictField extends StaleField {
  readonly mine: StaleField['found'];
}

/** Rows whose fields have words of their own in a conflict. */
export type ConflictOf = 'contacts' | 'bank_accounts' | 'fees';

export interface Conflict {
  readonly fields: readonly ConflictField[];
  readonly of?: ConflictOf | undefined;
  /** Who wrote it and when; null where it is not known. */
  readonly by: { readonly actorName: string | null; readonly atMs: number } | null;
}

interface Asked extends Conflict {
  /** Each conflict is decided anew, also where it reads like the one before it. */
  readonly key: string;
  /** Called once: the side of every field, or null to write nothing now. */
  readonly answer: (choices: Choices | null) => void;
}

interface Conflicts {
  /** The conflict that waits for an answer. */
  readonly current: Asked | null;
  /** Resolves with the side of every field, or with null when nothing is to be written now. */
  readonly ask: (conflict: Conflict) => Promise<Choices | null>;
}

const ConflictsContext = createContext<Conflicts | undefined>(undefined);

export function ConflictsProvider({ children }: { readonly children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly Asked[]>([]);
  const ask = useCallback(
    (conflict: Conflict) =>
      new Promise<Choices | null>((resolve) => {
        const asked: Asked = {
          ...conflict,
          key: crypto.randomUUID(),
          answer: (choices) => {
            setWaiting((all) => all.filter((each) => each !== asked));
            resolve(choices);
          },
        };
        setWaiting((all) => [...all, asked]);
      }),
    [],
  );
  const value = useMemo(() => ({ current: waiting[0] ?? null, ask }), [waiting, ask]);
  return <ConflictsContext value={value}>{children}</ConflictsContext>;
}

export function useConflicts(): Conflicts {
  const conflicts = use(ConflictsContext);
  if (conflicts === undefined) throw new Error('useConflicts is used outside of ConflictsProvider');
  return conflicts;
}

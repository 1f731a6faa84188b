import { useRef, useState } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { byEnd } from '#renderer/components/paper-order.ts';
import type { StageHandle } from '#renderer/components/scan/stage.tsx';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import { useClientOfPaper } from './use-client-of-paper.ts';
import { inStripOrder } from './version-words.ts';

/** A file that another can be held against: another version of the paper, or another paper of the client. */
export interface Counterpart {
  readonly version: PaperVersion;
  /** The paper it is of, where that is another one. */
  readonly paper: DocumentRow | null;
}

/** What stands beside the shown version, and what could. */
export function useCompare(shown: PaperVersion) {
  const { paper } = usePaper();
  const client = useClientOfPaper();
  const [isOn, setOn] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLinked, setLinked] = useState(true);
  const stage = useRef<StageHandle>(null);
  const versions = inStripOrder(paper.versions, paper.current)
    .filter(({ id }) => id !== shown.id)
    .map((version): Counterpart => ({ version, paper: null }));
  const papers = [...(client?.documents ?? [])]
    .filter(({ id }) => id !== paper.id)
    .sort(byEnd)
    .flatMap((other) => other.current.map((version): Counterpart => ({ version, paper: other })));
  const all = [...versions, ...papers];
  const other = all.find(({ version }) => version.id === chosen) ?? all[0];
  return {
    versions,
    papers,
    /** Null while one is looked at alone. */
    other: isOn ? (other ?? null) : null,
    mayCompare: all.length > 0,
    isLinked,
    stage,
    choose: (id: string): void => setChosen(id),
    toggle: (): void => setOn(!isOn && all.length > 0),
    link: (): void => setLinked(!isLinked),
    end: (): void => setOn(false),
  };
}

export type Compare = ReturnType<typeof useCompare>;

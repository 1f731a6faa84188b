import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { StatusIcon } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { isToDo } from './duty-words.ts';
import { jumpTo, sectionElementId } from './sections.ts';
import type { PageParts, SectionId } from './sections.ts';
import styles from './anchors.module.css';

/** How far below the top of the page a part counts as the one that is read. */
const readingLine = 24;

interface AnchorsProps {
  readonly page: RefObject<HTMLDivElement | null>;
  readonly parts: PageParts;
  /** What a part is called here, where that is not what the client's page calls it. */
  readonly titles?: Partial<Record<SectionId, string>>;
}

/** The parts of the page with their counts; the one that is read is marked. */
export function Anchors({ page, parts, titles = {} }: AnchorsProps) {
  const t = useT();
  const counts = useCounts();
  const signs = useSigns();
  const { current, choose } = useCurrent(page, parts.left);
  const sections = [...parts.left, ...parts.right];
  useShortcuts(
    Object.fromEntries(sections.slice(0, 9).map((id, index) => [String(index + 1), () => choose(id)])),
  );
  return (
    <nav className={styles.anchors} aria-label={t('client.parts')}>
      {sections.map((id) => {
        const sign = signs[id];
        return (
          <button
            key={id}
            type="button"
            className="cf-focus-in"
            aria-current={id === current || undefined}
            data-side={id === parts.right[0] || undefined}
            onClick={() => choose(id)}
          >
            {sign && <StatusIcon of={sign} size={14} />}
            <span>{titles[id] ?? t(`client.part.${id}`)}</span>
            {(counts[id] ?? 0) > 0 && <span className={styles.count}>{counts[id]}</span>}
          </button>
        );
      })}
    </nav>
  );
}

function useCounts(): Partial<Record<SectionId, number>> {
  const { details, today } = useClient();
  return {
    accounts: details.accounts.length,
    papers: details.documents.length,
    applications: details.applications.length,
    fees: details.fees.length,
    history: details.historyCount,
    duties: details.obligations.filter((duty) => isToDo(duty, today)).length,
    people: details.contacts.length,
    banks: details.bankAccounts.length,
    relations: details.relations.length,
    notes: details.noteCount,
  };
}

/** What is wrong in a part, said before it is opened. */
function useSigns(): Partial<Record<SectionId, StatusKey>> {
  const { details, today } = useClient();
  const isPast = (until: string | null): boolean => until !== null && until !== 'forever' && until < today;
  return {
    ...(details.accounts.some(({ certifiedUntilOn }) => isPast(certifiedUntilOn)) && {
      accounts: 'expired' as const,
    }),
    ...(details.documents.some(({ validUntil }) => isPast(validUntil)) && { papers: 'expired' as const }),
    ...(details.applications.some(({ stage }) => stage === 'returned') && {
      applications: 'sent_back' as const,
    }),
  };
}

function useCurrent(page: RefObject<HTMLDivElement | null>, left: readonly SectionId[]) {
  const [current, setCurrent] = useState(left[0]);
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const follow = (): void => setCurrent(sectionAt(element, left));
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [page, left]);
  const choose = (id: SectionId): void => {
    jumpTo(id);
    // A part near the end can't reach the top of the page: the choice counts, not the scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => setCurrent(id)));
  };
  return { current, choose };
}

function sectionAt(page: HTMLElement, left: readonly SectionId[]): SectionId | undefined {
  const top = page.getBoundingClientRect().top + readingLine;
  const passed = left.filter(
    (id) => (document.getElementById(sectionElementId(id))?.getBoundingClientRect().top ?? Infinity) <= top,
  );
  return passed.at(-1) ?? left[0];
}

import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { sectionElementId } from './sections.ts';
import type { SectionId } from './sections.ts';
import styles from './client.module.css';

interface SectionProps {
  readonly id: SectionId | 'tags';
  readonly title: string;
  readonly count?: ReactNode;
  /** At the right of the head. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page: its head, and what it holds. */
export function Section({ id, title, count, end, children }: SectionProps) {
  const headId = `client-${id}-head`;
  return (
    <section
      id={id === 'tags' ? undefined : sectionElementId(id)}
      className={styles.section}
      aria-labelledby={headId}
      data-place={id}
      tabIndex={-1}
    >
      <PartHead id={headId} title={title} {...(count !== undefined && { count })}>
        {end}
      </PartHead>
      {children}
    </section>
  );
}

export function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={onClick}>
      <IconPlus size={16} stroke={iconStroke} aria-hidden />
    </ActionIcon>
  );
}

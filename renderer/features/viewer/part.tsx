import { useId } from 'react';
import type { ReactNode } from 'react';
import { PartHead } from '#renderer/components/page.tsx';

interface PartProps {
  readonly title: string;
  readonly count?: ReactNode;
  /** At the right end of its head. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the panel. */
export function Part({ title, count, end, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <PartHead id={id} title={title} {...(count !== undefined && { count })}>
        {end}
      </PartHead>
      {children}
    </section>
  );
}

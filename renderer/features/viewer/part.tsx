import { useId } from 'react';
import type { ReactNode } from 'react';
import { PartHead } from '#renderer/components/page.tsx';

interface PartProps {
  readonly title: string;
  readonly count?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the panel. */
export function Part({ title, count, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <PartHead id={id} title={title} {...(count !== undefined && { count })} />
      {children}
    </section>
  );
}

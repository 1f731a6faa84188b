import { Button } from '@mantine/core';
import type { Finding } from '#shared/domain/pre-check.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { goTo, mendingPlace } from './mending-place.ts';

/** Leads to the very place where a finding is mended; bordered where it holds the submission back. */
export function Mend({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const { details, pack } = useCase();
  const place = mendingPlace(finding, details, pack);
  return (
    <Button variant={finding.level === 'blocker' ? 'default' : 'subtle'} onClick={() => goTo(place)}>
      {t(place.on === 'client' || place.on === 'account' ? 'preCheck.mend' : 'application.next.look')}
    </Button>
  );
}

import { Button } from '@mantine/core';
import type { CheckId } from '#shared/domain/check-rule.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

const fixable: ReadonlySet<CheckId> = new Set<CheckId>(['credit_code_wrong', 'credit_code_noted']);

/**
 * What one click would write stands on the button, and the click can be taken back. Only a code with one likely repair, a
 * letter in place of a digit, has such a fix: where two sources disagree a person decides which is right.
 */
export function QuickFix({ finding: { check, expected, found } }: { readonly finding: Finding }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { client } = useCase().details;
  if (!fixable.has(check) || typeof expected !== 'string' || found === undefined) return null;
  const input = { id: client.id, base: { creditCode: client.creditCode }, changes: { creditCode: expected } };
  return (
    <Button
      variant="subtle"
      onClick={() => void act(() => backend.clients.update(input), t('preCheck.fixed', { value: expected }))}
    >
      {t('preCheck.fix', { value: expected })}
    </Button>
  );
}

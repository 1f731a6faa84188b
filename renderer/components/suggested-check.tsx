import { useT } from '#renderer/i18n/use-t.ts';
import type { Check } from './check-line.tsx';
import type { IdentifierFinding } from './identifier-words.ts';
import { TextButton } from './text-button.tsx';

/** The line under a code: what was found, and a button that takes the repaired code over. */
export function useSuggestedCheck(
  finding: IdentifierFinding | undefined,
  onUse: (code: string) => void,
): Check | undefined {
  const t = useT();
  const code = finding?.suggestion;
  if (finding === undefined || code === undefined) return finding;
  const text = (
    <>
      {finding.text}{' '}
      <TextButton onClick={() => onUse(code)}>{t('components.identifier.use', { code })}</TextButton>
    </>
  );
  return { tone: finding.tone, text };
}

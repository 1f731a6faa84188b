import type { Check } from '#renderer/components/check-line.tsx';
import { clientCodeFinding } from '#renderer/components/identifier-words.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Taken } from './use-new-client.ts';

interface TypedCode {
  readonly creditCode: string;
  /** It is kept with a note that says why, whatever is wrong with it. */
  readonly isNoted: boolean;
  readonly taken: Taken | null;
  readonly setCreditCode: (code: string) => void;
}

/** Said of the code: that another client has it, what is wrong with it, who is alike, else that it is right. */
export function useCodeCheck(typed: TypedCode, alike?: Check): Check | undefined {
  const { creditCode, isNoted, taken, setCreditCode } = typed;
  const t = useT();
  const found = useSuggestedCheck(clientCodeFinding(creditCode, t), setCreditCode);
  if (taken === null) {
    if (found?.tone !== 'danger') return alike ?? found;
    return isNoted ? { ...found, tone: 'warning' } : found;
  }
  const text = (
    <>
      {t('clients.new.taken')} <Link href={paths.client(taken.clientId)}>{taken.name}</Link>
    </>
  );
  return { tone: 'danger', text };
}

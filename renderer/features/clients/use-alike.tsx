import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { AlikeFound } from '#shared/contract/merging.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Check } from '#renderer/components/check-line.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useComposed } from '#renderer/components/use-composed.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** While somebody types, or composes, nothing is asked. */
const restMs = 250;

interface AlikeChecks {
  readonly byName: Check | undefined;
  readonly byCode: Check | undefined;
}

/** Whether the firm has a client that may be the one being typed; said under what they have in common, and never in the way. */
export function useAlike(typedName: string, typedCode: string): AlikeChecks {
  const { query } = useApi();
  const say = useAlikeWords();
  const name = useComposed(typedName);
  const creditCode = useComposed(typedCode);
  const [typed] = useDebouncedValue(JSON.stringify([name.trim(), creditCode.trim()]), restMs);
  const isSettled = typed === JSON.stringify([name.trim(), creditCode.trim()]);
  const found = useQuery({
    ...query.clients.alike.queryOptions({
      input: { name: name.trim().slice(0, 500), creditCode: creditCode.trim().slice(0, 500) },
    }),
    enabled: isSettled && (name.trim() !== '' || creditCode.trim() !== ''),
  });
  const clients = found.data?.clients ?? [];
  const namesakes = clients.filter(({ reasons }) =>
    reasons.some(({ kind }) => kind === 'same_name' || kind === 'other_form'),
  );
  const others = clients.filter((client) => !namesakes.includes(client));
  const totals = found.data?.totals;
  return { byName: say(namesakes, totals?.byName), byCode: say(others, totals?.otherwise) };
}

type AlikeClient = AlikeFound['clients'][number];

/** Names the first, and how many there are in all. */
function useAlikeWords() {
  const t = useT();
  const format = useFormat();
  return ([first]: readonly AlikeClient[], n = 1): Check | undefined => {
    if (first === undefined) return undefined;
    const words =
      n === 1
        ? t('clients.new.alike', { name: first.name })
        : t('clients.new.alikeMany', { name: first.name, n: format.count(n) });
    const text = (
      <>
        {words} <Link href={paths.client(first.id)}>{t('clients.new.alikeOpen')}</Link>
      </>
    );
    return { tone: 'warning', text };
  };
}

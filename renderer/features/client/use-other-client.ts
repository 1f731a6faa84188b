import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import type { Hit } from '#renderer/components/hit-field.tsx';
import { useClient } from './client-context.tsx';

const shownHits = 8;

/** Another client, looked for by what is typed; the only one found is the one that is meant. */
export function useOtherClient() {
  const { query } = useApi();
  const { client } = useClient().details;
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Hit | null>(null);
  const found = useQuery({
    ...query.search.query.queryOptions({
      input: { text: text.trim(), kinds: ['client'], limitPerKind: shownHits },
    }),
    enabled: text.trim() !== '',
  });
  const hits =
    text.trim() === ''
      ? []
      : picked !== null
        ? [picked]
        : (found.data?.groups.flatMap((group) => group.hits) ?? []).filter(({ id }) => id !== client.id);
  return {
    text,
    setText: (next: string): void => {
      setText(next);
      setPicked(null);
    },
    hits,
    isNothingFound: text.trim() !== '' && found.isSuccess && hits.length === 0,
    chosen: picked ?? (hits.length === 1 ? (hits[0] ?? null) : null),
    /** Somebody took it; the only one found is merely the one that is likely meant. */
    isPicked: picked !== null,
    choose: (hit: Hit): void => {
      setText(hit.title);
      setPicked(hit);
    },
  };
}

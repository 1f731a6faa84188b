import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { HitField } from '#renderer/components/hit-field.tsx';
import type { Hit } from '#renderer/components/hit-field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

const shownHits = 8;

interface PickClientProps {
  readonly clientId: string;
  readonly onPick: (otherId: string) => void;
  readonly onClose: () => void;
}

/** Which client is to be put into the one of the page. What may be the same comes first, before anything is typed. */
export function PickClient({ clientId, onPick, onClose }: PickClientProps) {
  const t = useT();
  const { query } = useApi();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const client = useQuery(query.clients.get.queryOptions({ input: { id: clientId } })).data?.client;
  const { hits, isNothingFound } = useHits(clientId, text.trim());
  const other = hits.find(({ id }) => id === chosen) ?? (hits.length === 1 ? hits[0] : undefined);
  return (
    <FormDialog
      title={t('duplicates.pick.title', { name: client?.name ?? '' })}
      confirm={t('duplicates.pick.next')}
      canSave={other !== undefined}
      onSave={() => {
        if (other !== undefined) onPick(other.id);
        // The next step takes the place of this one.
        return Promise.resolve(false);
      }}
      onClose={onClose}
    >
      <HitField
        label={t('duplicates.pick.label')}
        text={text}
        onText={(next) => {
          setText(next);
          setChosen(null);
        }}
        hits={hits}
        isNothingFound={isNothingFound}
        chosenId={other?.id}
        isSettled={other !== undefined}
        onChoose={({ id }) => setChosen(id)}
      />
      <p className="cf-xs cf-ink-3">{t('duplicates.pick.note')}</p>
    </FormDialog>
  );
}

function useHits(clientId: string, text: string) {
  const { query } = useApi();
  const found = useQuery({
    ...query.search.query.queryOptions({ input: { text, kinds: ['client'], limitPerKind: shownHits } }),
    enabled: text !== '',
  });
  const likely = useQuery(query.clients.duplicates.queryOptions({ input: { clientId } }));
  const hits: readonly Hit[] =
    text === ''
      ? (likely.data?.groups.flatMap(({ clients }) =>
          clients.map(({ id, name, creditCode }) => ({ id, title: name, detail: creditCode ?? '' })),
        ) ?? [])
      : (found.data?.groups.flatMap((group) => group.hits) ?? []);
  const others = hits.filter(({ id }) => id !== clientId);
  return { hits: others, isNothingFound: text !== '' && found.isSuccess && others.length === 0 };
}

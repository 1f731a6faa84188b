import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { relationKinds } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { HitField } from '#renderer/components/hit-field.tsx';
import type { Hit } from '#renderer/components/hit-field.tsx';

const shownHits = 8;

/** Says what another client is to this one. */
export function RelationDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const { client } = useClient().details;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Hit | null>(null);
  const [kind, setKind] = useState<(typeof relationKinds)[number]>('same_legal_representative');
  const found = useQuery({
    ...query.search.query.queryOptions({
      input: { text: text.trim(), kinds: ['client'], limitPerKind: shownHits },
    }),
    enabled: text.trim() !== '',
  });
  const hits =
    text.trim() === ''
      ? []
      : (found.data?.groups.flatMap((group) => group.hits) ?? []).filter(({ id }) => id !== client.id);
  const other = chosen ?? (hits.length === 1 ? (hits[0] ?? null) : null);
  const save = async (): Promise<boolean> => {
    if (other === null) return false;
    const relation = { clientId: client.id, otherClientId: other.id, kind };
    const saved = await act(
      () => backend.clients.saveRelation(relation),
      t('client.relations.saved', { name: other.title }),
    );
    return saved !== undefined;
  };
  return (
    <FormDialog title={t('client.relations.add')} canSave={other !== null} onSave={save} onClose={onClose}>
      <HitField
        label={t('client.relations.other')}
        text={text}
        onText={(next) => {
          setText(next);
          setChosen(null);
        }}
        hits={hits}
        chosenId={other?.id}
        onChoose={setChosen}
      />
      <ChoiceField
        label={t('client.relations.kind')}
        values={relationKinds}
        words={(each) => t(`vocabulary.relationKind.${each}`)}
        value={kind}
        onChange={setKind}
      />
    </FormDialog>
  );
}

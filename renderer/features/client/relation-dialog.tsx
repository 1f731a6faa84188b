import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { relationKinds } from '#shared/contract/clients.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { TextField } from '#renderer/components/field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import styles from './side.module.css';

const shownHits = 8;

/** Says what another client is to this one. */
export function RelationDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const { client } = useClient().details;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<SearchHit | null>(null);
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
      <TextField
        label={t('client.relations.other')}
        value={text}
        onChange={(next) => {
          setText(next);
          setChosen(null);
        }}
        data-autofocus
        autoComplete="off"
      />
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" aria-pressed={hit.id === other?.id} onClick={() => setChosen(hit)}>
              <span className="cf-cut cf-grow">{hit.title}</span>
              <span className="cf-xs cf-ink-3 cf-cut">{hit.detail}</span>
            </button>
          </li>
        ))}
      </ul>
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

import { useState } from 'react';
import { z } from 'zod';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { holderIn, relationKinds } from '#shared/domain/client-relation.ts';
import type { RelationKind } from '#shared/domain/client-relation.ts';
import { readShare, sharesOver, shareText } from '#shared/domain/share.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { useSave } from '#renderer/api/use-save.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { HitField } from '#renderer/components/hit-field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { orNull } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { useOtherClient } from './use-other-client.ts';

export type Relation = ClientDetails['relations'][number];

const relationDraft = z.object({
  other: z.string(),
  kind: z.enum(relationKinds).nullable(),
  share: z.string(),
  remark: z.string(),
});

interface RelationDialogProps {
  /** Null for a new one. */
  readonly relation: Relation | null;
  readonly onClose: () => void;
}

/** Says what another client is to this one, who holds how much of whom, and what else there is to it. */
export function RelationDialog({ relation, onClose }: RelationDialogProps) {
  const t = useT();
  const other = useOtherClient();
  const [kind, setKind] = useState<RelationKind | null>(relation?.kind ?? null);
  const [share, setShare] = useState(shownShare(relation));
  const [remark, setRemark] = useState(relation?.remark ?? '');
  const { id: clientId } = useClient().details.client;
  const draft = useFormDraft({
    form: `relation.${relation?.id ?? clientId}`,
    schema: relationDraft,
    values: { other: other.text, kind, share, remark },
    put: (typed) => {
      other.setText(typed.other);
      setKind(typed.kind);
      setShare(typed.share);
      setRemark(typed.remark);
    },
    isChange: relation !== null,
  });
  const save = useSaveRelation(relation);
  const hasShare = kind !== null && holderIn(kind) !== null;
  const shareBp = hasShare && share.trim() !== '' ? readShare(share) : null;
  const isFaulty = hasShare && share.trim() !== '' && shareBp === null;
  const name = relation?.name ?? other.chosen?.title ?? null;
  const otherId = relation?.clientId ?? other.chosen?.id ?? null;
  const over = useSharesOver({ kind, shareBp, otherId, relation });
  const check: Check | undefined = isFaulty
    ? { tone: 'danger', text: t('client.relations.shareFault') }
    : over === null
      ? undefined
      : { tone: 'warning', text: t('client.relations.overHere', { share: shareText(over) }) };
  return (
    <FormDialog
      title={
        name === null || relation === null ? t('client.relations.add') : t('client.relations.edit', { name })
      }
      canSave={otherId !== null && kind !== null && !isFaulty}
      onSave={async () =>
        otherId !== null &&
        name !== null &&
        kind !== null &&
        save({ id: otherId, name }, { kind, shareBp, remark: orNull(remark) })
      }
      onClose={onClose}
      draft={draft}
    >
      {relation === null && (
        <HitField
          label={t('client.relations.other')}
          text={other.text}
          onText={other.setText}
          hits={other.hits}
          isNothingFound={other.isNothingFound}
          chosenId={other.chosen?.id}
          isSettled={other.isPicked}
          onChoose={other.choose}
        />
      )}
      <ChoiceField
        label={t('client.relations.kind')}
        values={relationKinds}
        words={(each) => t(`vocabulary.relationKind.${each}`)}
        value={kind}
        onChange={setKind}
        required
        placeholder={t('client.relations.kindHint')}
      />
      {hasShare && (
        <TextField
          label={t('client.relations.share')}
          hint={t('client.relations.shareHint')}
          value={share}
          onChange={setShare}
          inputMode="decimal"
          autoComplete="off"
          {...(check && { check })}
        />
      )}
      <TextField
        label={t('client.relations.remark')}
        value={remark}
        onChange={setRemark}
        maxLength={500}
        autoComplete="off"
      />
    </FormDialog>
  );
}

function shownShare(relation: Relation | null): string {
  const shareBp = relation?.shareBp ?? null;
  return shareBp === null ? '' : shareText(shareBp).replace('%', '');
}

interface Said {
  readonly kind: RelationKind;
  readonly shareBp: number | null;
  readonly remark: string | null;
}

function useSaveRelation(relation: Relation | null) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveFields = useSave();
  const { client } = useClient().details;
  return async (other: { readonly id: string; readonly name: string }, said: Said): Promise<boolean> => {
    const { name } = other;
    if (relation === null) {
      // What is left blank says nothing of what was said of this relation before.
      const made = {
        clientId: client.id,
        otherClientId: other.id,
        kind: said.kind,
        ...(said.shareBp !== null && { shareBp: said.shareBp }),
        ...(said.remark !== null && { remark: said.remark }),
      };
      const saved = await act(
        () => backend.clients.saveRelation(made),
        t('client.relations.saved', { name }),
      );
      return saved !== undefined;
    }
    const { id, kind, shareBp, remark } = relation;
    const saved = await saveFields<Said>(
      {
        ...{ rowId: id, base: { kind, shareBp, remark }, changes: said },
        write: (fields) => backend.clients.updateRelation({ id, clientId: client.id, ...fields }),
      },
      t('client.relations.changed', { name }),
    );
    return saved !== undefined;
  };
}

interface Typed extends Pick<Said, 'shareBp'> {
  readonly kind: RelationKind | null;
  readonly otherId: string | null;
  readonly relation: Relation | null;
}

/** What this client's holders would hold together with what is typed, when that is over 100 %. */
function useSharesOver({ kind, shareBp, otherId, relation }: Typed): number | null {
  const { relations } = useClient().details;
  if (otherId === null || shareBp === null || kind === null || holderIn(kind) !== 'other') return null;
  const others = relations.filter((each) => each.id !== relation?.id && holderIn(each.kind) === 'other');
  return sharesOver([...others, { clientId: otherId, shareBp }]);
}

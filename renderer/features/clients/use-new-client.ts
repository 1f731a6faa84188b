import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { clientCodeFault } from '#shared/domain/client-code.ts';
import { entityTypes, recogniseEntityType, suggestEntityType } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { isOnlyLegalForm } from '#shared/domain/legal-form.ts';
import { useApi } from '#renderer/api/api.tsx';
import { shownError } from '#renderer/api/app-error.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { useDraft } from '#renderer/api/use-draft.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';

/** What the form holds, as it is kept while it is being typed. */
const typedClient = z.object({
  name: z.string(),
  creditCode: z.string(),
  codeNote: z.string(),
  chosenType: z.enum(entityTypes).nullable(),
  legalRepresentative: z.string(),
  consultantId: z.string().nullish(),
});
type TypedClient = z.infer<typeof typedClient>;
const nothingTyped: TypedClient = {
  ...{ name: '', creditCode: '', codeNote: '', chosenType: null, legalRepresentative: '' },
};

/** Another client that has the code. */
export interface Taken {
  readonly creditCode: string;
  readonly clientId: string;
  readonly name: string;
}

/** What is typed of a new client, kept until it is made or given up. */
export function useNewClient() {
  const t = useT();
  const { backend } = useApi();
  const { report } = useFailures();
  const takeBack = useTakeBack();
  const people = usePeople();
  const [name, setName] = useState('');
  const [creditCode, setCreditCode] = useState('');
  const [codeNote, setCodeNote] = useState('');
  const [chosenType, setChosenType] = useState<EntityType | null>(null);
  const [legalRepresentative, setLegalRepresentative] = useState('');
  const [consultantId, setConsultantId] = useState<string | null | undefined>();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isSaving, setSaving] = useState(false);
  const put = (values: TypedClient): void => {
    setName(values.name);
    setCreditCode(values.creditCode);
    setCodeNote(values.codeNote);
    setChosenType(values.chosenType);
    setLegalRepresentative(values.legalRepresentative);
    setConsultantId(values.consultantId);
  };
  const typed = { name, creditCode, codeNote, chosenType, legalRepresentative, consultantId };
  const isEmpty = [name, creditCode, codeNote, legalRepresentative].every((text) => text.trim() === '');
  const draft = useDraft({
    ...{ form: 'client.new', schema: typedClient, values: isEmpty ? null : typed, restore: put },
  });
  const entityType = chosenType ?? suggestEntityType(creditCode) ?? recogniseEntityType(name) ?? null;
  const needsNote = entityType !== null && clientCodeFault(creditCode, entityType) !== undefined;
  const isNoted = needsNote && codeNote.trim() !== '';
  const lacksName = isOnlyLegalForm(name);
  const isNamed = name.trim() !== '' && !lacksName;
  const isComplete = isNamed && entityType !== null && (!needsNote || isNoted) && !isSaving;
  const save = async (): Promise<void> => {
    if (!isComplete) return;
    setSaving(true);
    try {
      const { id, changeId } = await backend.clients.create({
        name,
        entityType,
        creditCode: creditCode.trim() || null,
        creditCodeNote: needsNote ? codeNote.trim() : null,
        legalRepresentative: legalRepresentative.trim() || null,
        consultantId: consultantId === undefined ? people.me : consultantId,
      });
      showToast({
        message: t('clients.new.saved', { name: name.trim() }),
        ...(changeId !== null && { undo: { changeId, run: () => takeBack(changeId) } }),
      });
      draft.forget();
      navigateTo(paths.client(id));
    } catch (error) {
      const shown = shownError(error);
      if (shown?.code === 'DUPLICATE_CREDIT_CODE') setTaken(takenOf(creditCode, shown.data));
      else report(error);
    } finally {
      setSaving(false);
    }
  };
  return {
    name,
    setName,
    lacksName,
    creditCode,
    setCreditCode,
    needsNote,
    isNoted,
    codeNote,
    setCodeNote,
    entityType,
    setChosenType,
    legalRepresentative,
    setLegalRepresentative,
    consultantId,
    setConsultantId,
    taken: taken?.creditCode === creditCode ? taken : null,
    isEmpty,
    isComplete,
    save,
    draft,
    clear: (): void => {
      put(nothingTyped);
      draft.forget();
    },
  };
}

const takenOf = (creditCode: string, data: Readonly<Record<string, string | number>>): Taken => ({
  creditCode,
  clientId: String(data.clientId),
  name: String(data.name),
});

/** The consultants, and who of them works at this computer: a new client is theirs unless somebody else is chosen. */
export function usePeople() {
  const { query } = useApi();
  const list = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const me = useQuery(query.settings.get.queryOptions()).data?.consultantId ?? null;
  return { list, me: list.some(({ id }) => id === me) ? me : null };
}

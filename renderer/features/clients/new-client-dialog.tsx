import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { clientCodeFault } from '#shared/domain/client-code.ts';
import {
  entityTypes,
  isEntityType,
  recogniseEntityType,
  suggestEntityType,
} from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import { useApi } from '#renderer/api/api.tsx';
import { shownError } from '#renderer/api/app-error.ts';
import { useFailures } from '#renderer/api/failures.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { useDraft } from '#renderer/api/use-draft.ts';
import type { Check } from '#renderer/components/check-line.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { DraftHint } from '#renderer/components/draft-hint.tsx';
import { Field, TextField } from '#renderer/components/field.tsx';
import { clientCodeFinding, entityTypeFinding } from '#renderer/components/identifier-words.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { Link } from '#renderer/components/link.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useAlike } from './use-alike.tsx';
import styles from './clients.module.css';

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

interface Taken {
  readonly creditCode: string;
  readonly clientId: string;
  readonly name: string;
}

/** A new client: name and type are enough; the credit code is checked as it is typed and brings the type along. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const form = useNewClient();
  const giveUp = (): void => {
    form.draft.forget();
    onClose();
  };
  const leave = (): void => {
    if (!form.isEmpty) showToast({ message: t('components.draft.kept') });
    onClose();
  };
  const people = usePeople();
  const alike = useAlike(form.name, form.creditCode);
  const codeCheck = useCodeCheck(form, alike.byCode);
  const onEnter = onKeys({ enter: () => void form.save() });
  return (
    <DialogFrame
      opened
      onClose={leave}
      onSave={() => void form.save()}
      canSave={form.isComplete}
      title={t('clients.new.title')}
      width={520}
      footer={
        <>
          <Button
            variant="filled"
            disabled={!form.isComplete}
            rightSection={form.isComplete && <Keys of="enter" />}
            onClick={() => void form.save()}
          >
            {t('clients.new.save')}
          </Button>
          <Button onClick={giveUp}>{t('components.action.cancel')}</Button>
          {form.draft.isRestored && <DraftHint onDiscard={form.clear} />}
        </>
      }
    >
      <TextField
        label={t('clients.new.name')}
        value={form.name}
        onChange={form.setName}
        required
        data-autofocus
        autoComplete="off"
        check={alike.byName}
        onKeyDown={onEnter}
      />
      <TextField
        label={t('clients.new.creditCode')}
        value={form.creditCode}
        onChange={form.setCreditCode}
        mono
        autoComplete="off"
        spellCheck={false}
        check={codeCheck}
        onKeyDown={onEnter}
      />
      {form.needsNote && (
        <TextField
          label={t('components.identifier.codeNote')}
          value={form.codeNote}
          onChange={form.setCodeNote}
          required
          autoComplete="off"
          onKeyDown={onEnter}
        />
      )}
      <Field
        label={t('clients.new.entityType')}
        required
        check={form.entityType === null ? undefined : entityTypeFinding(form.creditCode, form.entityType, t)}
      >
        {(ids) => (
          <Select
            {...ids}
            data={entityTypes.map((value) => ({ value, label: t(`vocabulary.entityType.${value}`) }))}
            value={form.entityType}
            placeholder={t('clients.new.entityTypeHint')}
            onChange={(value) => form.setChosenType(isEntityType(value) ? value : null)}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <TextField
          label={
            form.entityType === null
              ? t('clients.new.legalRepresentative')
              : t(`vocabulary.headTitle.${headTitleOf(form.entityType)}`)
          }
          value={form.legalRepresentative}
          onChange={form.setLegalRepresentative}
          autoComplete="off"
          onKeyDown={onEnter}
        />
        <Field label={t('clients.new.consultant')}>
          {(ids) => (
            <Select
              {...ids}
              data={people.list.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.consultantId === undefined ? people.me : form.consultantId}
              placeholder={t('clients.nobody')}
              clearable
              onChange={form.setConsultantId}
            />
          )}
        </Field>
      </div>
    </DialogFrame>
  );
}

function useNewClient() {
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
  const isExplained = !needsNote || codeNote.trim() !== '';
  const isComplete = name.trim() !== '' && entityType !== null && isExplained && !isSaving;
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
    creditCode,
    setCreditCode,
    needsNote,
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
function usePeople() {
  const { query } = useApi();
  const list = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const me = useQuery(query.settings.get.queryOptions()).data?.consultantId ?? null;
  return { list, me: list.some(({ id }) => id === me) ? me : null };
}

interface TypedCode {
  readonly creditCode: string;
  readonly taken: Taken | null;
  readonly setCreditCode: (code: string) => void;
}

/** Said of the code: that another client has it, what is wrong with it, who is alike, else that it is right. */
function useCodeCheck({ creditCode, taken, setCreditCode }: TypedCode, alike?: Check): Check | undefined {
  const t = useT();
  const found = useSuggestedCheck(clientCodeFinding(creditCode, t), setCreditCode);
  if (taken === null) return found?.tone === 'danger' ? found : (alike ?? found);
  const text = (
    <>
      {t('clients.new.taken')} <Link href={paths.client(taken.clientId)}>{taken.name}</Link>
    </>
  );
  return { tone: 'danger', text };
}

import { Button, Select } from '@mantine/core';
import { entityTypes, isEntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { DraftHint } from '#renderer/components/draft-hint.tsx';
import { Field, TextField } from '#renderer/components/field.tsx';
import { entityTypeFinding } from '#renderer/components/identifier-words.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useAlike } from './use-alike.tsx';
import { useCodeCheck } from './use-code-check.tsx';
import { useNewClient, usePeople } from './use-new-client.ts';
import styles from './clients.module.css';

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
  const nameCheck = form.lacksName
    ? { tone: 'info' as const, text: t('clients.new.onlyLegalForm') }
    : alike.byName;
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
        check={nameCheck}
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

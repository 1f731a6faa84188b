import { Button, Checkbox } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { contactFields } from '#shared/contract/clients.ts';
import type { ClientDetails, ContactFields } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useFormDraft } from '#renderer/api/use-form-draft.ts';
import { useSave as useSaveFields } from '#renderer/api/use-save.ts';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { phoneFinding, residentIdFinding } from '#renderer/components/identifier-words.ts';
import { readTypedDate } from '#renderer/components/read-typed-date.ts';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { changedFields, orNull } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import styles from './client.module.css';

type Contact = ClientDetails['contacts'][number];

interface ContactDialogProps {
  /** Null makes a new one. */
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

const nobody: ContactFields = {
  name: '',
  phone: null,
  email: null,
  wechat: null,
  idNumber: null,
  availableHours: null,
  isLegalRepresentative: false,
  isAdministrator: false,
  isFinance: false,
  answersCalls: false,
  leftOn: null,
};

/** A form may be left before there is a name. */
const contactDraft = contactFields.extend({ name: z.string() });

const roles = [
  { field: 'isLegalRepresentative', word: 'legal_representative' },
  { field: 'isAdministrator', word: 'administrator' },
  { field: 'isFinance', word: 'finance' },
  { field: 'answersCalls', word: 'answers_calls' },
] as const;

/** One person of the client: roles, how and when to reach them, ID number. */
export function ContactDialog({ contact, onClose }: ContactDialogProps) {
  const t = useT();
  const headTitle = useHeadTitle();
  const { details, today } = useClient();
  const [form, setForm] = useState<ContactFields>(contact ?? nobody);
  const set = (part: Partial<ContactFields>): void => setForm((before) => ({ ...before, ...part }));
  const line = (field: 'phone' | 'wechat' | 'email' | 'availableHours') => ({
    label: t(`client.person.${field}`),
    value: form[field] ?? '',
    onChange: (text: string) => set({ [field]: text === '' ? null : text }),
    autoComplete: 'off',
  });
  const idCheck = useSuggestedCheck(residentIdFinding(form.idNumber, today, t), (idNumber) =>
    set({ idNumber }),
  );
  const draft = useFormDraft({
    form: `contact.${contact?.id ?? details.client.id}`,
    ...{ schema: contactDraft, values: form, put: setForm, isChange: contact !== null },
  });
  const save = useSave(contact, form);
  return (
    <FormDialog
      title={contact?.name ?? t('client.people.add')}
      canSave={form.name.trim() !== ''}
      onSave={save}
      onClose={onClose}
      draft={draft}
      extra={
        contact &&
        ((end) => (
          <>
            <Link href={paths.person(contact.contactId)}>{t('people.all')}</Link>
            <RemoveButton contact={contact} onDone={end} />
          </>
        ))
      }
    >
      <div className={styles.pair}>
        <TextField
          label={t('client.person.name')}
          value={form.name}
          onChange={(name) => set({ name })}
          required
          data-autofocus
          autoComplete="off"
        />
        <TextField {...line('phone')} check={phoneFinding(form.phone, t)} />
      </div>
      <div className="cf-row">
        {roles.map(({ field, word }) => (
          <Checkbox
            key={field}
            label={word === 'legal_representative' ? headTitle : t(`vocabulary.contactRole.${word}`)}
            checked={form[field]}
            onChange={(event) => set({ [field]: event.currentTarget.checked })}
          />
        ))}
      </div>
      <TextField
        label={t('client.person.idNumber')}
        value={form.idNumber ?? ''}
        onChange={(text) => set({ idNumber: text === '' ? null : text })}
        check={idCheck}
        mono
        autoComplete="off"
        spellCheck={false}
      />
      <div className={styles.pair}>
        <TextField {...line('availableHours')} placeholder={t('client.person.hoursHint')} />
        <TextField {...line('wechat')} />
      </div>
      <div className={styles.pair}>
        <TextField {...line('email')} />
        <DateField
          label={t('client.person.leftOn')}
          value={form.leftOn}
          parse={(text) => readTypedDate(text, t)}
          onChange={(value) => set({ leftOn: value === 'forever' ? null : value })}
        />
      </div>
    </FormDialog>
  );
}

function useSave(contact: Contact | null, form: ContactFields): () => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const saveFields = useSaveFields();
  // What was shown when the dialog opened is what the save starts from.
  const [opened] = useState(contact);
  const clientId = useClient().details.client.id;
  return async () => {
    const fields: ContactFields = {
      name: form.name.trim(),
      phone: orNull(form.phone ?? ''),
      email: orNull(form.email ?? ''),
      wechat: orNull(form.wechat ?? ''),
      idNumber: orNull(form.idNumber ?? ''),
      availableHours: orNull(form.availableHours ?? ''),
      isLegalRepresentative: form.isLegalRepresentative,
      isAdministrator: form.isAdministrator,
      isFinance: form.isFinance,
      answersCalls: form.answersCalls,
      leftOn: form.leftOn,
    };
    const done = t('client.person.saved', { name: fields.name });
    const saved =
      opened === null
        ? await act(() => backend.clients.saveContact({ clientId, id: null, contact: fields }), done)
        : await saveFields<ContactFields>(
            {
              ...changedFields<ContactFields>(opened, fields),
              // What a person is at this client stands apart from how they are reached.
              rowId: (field) => (field === 'leftOn' ? opened.id : opened.contactId),
              of: 'contacts',
              write: (save) => backend.clients.updateContact({ id: opened.id, ...save }),
            },
            done,
          );
    return saved !== undefined;
  };
}

function RemoveButton({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const remove = async (): Promise<void> => {
    const removed = await act(
      () => backend.clients.removeContact({ id: contact.id }),
      t('client.person.removed', { name: contact.name }),
    );
    if (removed !== undefined) onDone();
  };
  return (
    <Button
      leftSection={<IconTrash size={16} stroke={iconStroke} aria-hidden />}
      onClick={() => void remove()}
    >
      {t('components.action.remove')}
    </Button>
  );
}

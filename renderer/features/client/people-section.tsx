import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { residentIdFinding } from '#renderer/components/identifier-words.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useHeadTitle } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { AddButton, Section } from './section.tsx';
import styles from './side.module.css';

type Contact = ClientDetails['contacts'][number];

/** The people of the client: what they are, how to reach them, whether their ID number can be right. */
export function PeopleSection() {
  const t = useT();
  const { contacts } = useClient().details;
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const left = contacts.filter(({ leftOn }) => leftOn !== null).length;
  const count = left > 0 ? 'client.people.countLeft' : 'client.people.count';
  return (
    <Section
      id="people"
      title={t('client.people.title')}
      count={contacts.length > 0 ? t(count, { n: contacts.length, left }) : undefined}
      end={<AddButton label={t('client.people.add')} onClick={() => setEditing('new')} />}
    >
      {contacts.length === 0 ? (
        <EmptyLine>
          {t('client.people.empty')}{' '}
          <TextButton onClick={() => setEditing('new')}>{t('client.people.add')}</TextButton>
        </EmptyLine>
      ) : (
        <ul>
          {contacts.map((contact) => (
            <PersonLine key={contact.id} contact={contact} onOpen={() => setEditing(contact)} />
          ))}
        </ul>
      )}
      {editing !== null && (
        <ContactDialog contact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

function PersonLine({ contact, onOpen }: { readonly contact: Contact; readonly onOpen: () => void }) {
  const t = useT();
  const { today } = useClient();
  const finding = residentIdFinding(contact.idNumber, today, t);
  const roles = rolesOf(contact, useHeadTitle(), t);
  return (
    <li
      className={styles.pair}
      data-place={`contact.${contact.id}`}
      data-left={contact.leftOn !== null || undefined}
    >
      <button type="button" className={styles.name} title={contact.name} onClick={onOpen}>
        <span className="cf-cut">{contact.name}</span>
      </button>
      <span className="cf-ink-2" title={roles}>
        {roles}
      </span>
      <Phone phone={contact.phone} />
      {contact.leftOn === null ? (
        finding === undefined ? (
          <span className="cf-xs cf-ink-3">{t('client.people.noId')}</span>
        ) : (
          <CheckLine check={finding} />
        )
      ) : (
        <span className="cf-xs">{t('client.people.leftOn', { date: contact.leftOn })}</span>
      )}
    </li>
  );
}

function rolesOf(contact: Contact, headTitle: string, t: TFunction): string {
  const roles = [
    contact.isLegalRepresentative && headTitle,
    contact.isAdministrator && t('vocabulary.contactRole.administrator'),
    contact.isFinance && t('vocabulary.contactRole.finance'),
    contact.answersCalls && t('vocabulary.contactRole.answers_calls'),
    contact.availableHours,
  ].filter((role) => typeof role === 'string');
  return roles.length === 0 ? t('client.people.noRole') : roles.join(t('client.comma'));
}

/** Masked until it is asked for. */
function Phone({ phone }: { readonly phone: string | null }) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  if (phone === null) return <span className="cf-xs cf-ink-3">{t('client.people.noPhone')}</span>;
  return (
    <button
      type="button"
      className={`${styles.name} cf-xs cf-ink-2`}
      title={t(isShown ? 'client.people.hide' : 'client.people.reveal')}
      onClick={() => setShown(!isShown)}
    >
      <IconPhone size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
      <span className={isShown ? 'cf-selectable' : undefined}>{isShown ? phone : maskPhone(phone)}</span>
    </button>
  );
}

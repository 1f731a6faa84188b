import { ActionIcon, Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { consultantRow, SettingsValues } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Field } from '#renderer/components/field.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { PersonDialog } from './person-dialog.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

type Consultant = z.infer<typeof consultantRow>;

/** The firm's consultants, and which of them works at this computer. */
export function PeoplePart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const { query } = useApi();
  const save = useSaveSettings();
  const people = useQuery(query.consultants.list.queryOptions());
  const [editing, setEditing] = useState<Consultant | 'new' | null>(null);
  const rows = people.data ?? [];
  return (
    <>
      <section>
        <PartHead title={t('settings.people.head')} count={t('settings.people.count', { n: rows.length })}>
          <Button leftSection={<IconPlus size={16} stroke={iconStroke} />} onClick={() => setEditing('new')}>
            {t('settings.people.add')}
          </Button>
        </PartHead>
        {rows.length === 0 ? (
          <EmptyLine>{t('settings.people.empty')}</EmptyLine>
        ) : (
          <PeopleTable rows={rows} onEdit={setEditing} />
        )}
      </section>
      <section>
        <Field label={t('settings.people.me')}>
          {(ids) => (
            <Select
              {...ids}
              data={rows.map(({ id, name }) => ({ value: id, label: name }))}
              value={settings.consultantId}
              placeholder={t('settings.people.nobody')}
              clearable
              onChange={(consultantId) => save({ consultantId })}
            />
          )}
        </Field>
      </section>
      {editing !== null && (
        <PersonDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface PeopleTableProps {
  readonly rows: readonly Consultant[];
  readonly onEdit: (person: Consultant) => void;
}

function PeopleTable({ rows, onEdit }: PeopleTableProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const columns = ['name', 'phone', 'clients', 'capacity'] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{t(`settings.people.columns.${column}`)}</th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <tr key={person.id}>
            <td>{person.name}</td>
            <td className="cf-ink-2">{person.phone ?? '—'}</td>
            <td className="cf-ink-2">{t('settings.people.clients', { n: person.clientCount })}</td>
            <td className="cf-ink-2">{person.weeklyCapacity ?? '—'}</td>
            <td>
              <ActionIcon
                aria-label={`${t('components.action.edit')} ${person.name}`}
                onClick={() => onEdit(person)}
              >
                <IconPencil size={16} stroke={iconStroke} />
              </ActionIcon>
              <ActionIcon
                aria-label={`${t('settings.people.remove')} ${person.name}`}
                onClick={() =>
                  void act(
                    () => backend.consultants.trash({ id: person.id }),
                    t('settings.people.removed', { name: person.name }),
                  )
                }
              >
                <IconTrash size={16} stroke={iconStroke} />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { orNull } from '#renderer/components/changed-fields.ts';
import { useClient } from './client-context.tsx';
import { Section } from './section.tsx';

/** What was there when the writing began goes with it, so that what was written elsewhere is not lost. */
interface Draft {
  readonly base: string | null;
  readonly text: string;
}

/** The standing remark on the client; saved when it is left. */
export function RemarkSection() {
  const t = useT();
  const { backend } = useApi();
  const saveFields = useSave();
  const { client } = useClient().details;
  const [draft, setDraft] = useState<Draft | null>(null);
  // Leaving the field for what is asked about its save is not another save.
  const isSaving = useRef(false);
  const save = async (): Promise<void> => {
    if (draft === null || isSaving.current) return;
    const remark = orNull(draft.text);
    if (remark === draft.base) {
      setDraft(null);
      return;
    }
    const { id } = client;
    isSaving.current = true;
    const saved = await saveFields<{ remark: string | null }>(
      {
        ...{ rowId: id, base: { remark: draft.base }, changes: { remark } },
        write: (fields) => backend.clients.update({ id, ...fields }),
      },
      t('client.remark.saved'),
    );
    isSaving.current = false;
    if (saved !== undefined) setDraft(null);
  };
  return (
    <Section
      id="remark"
      title={t('client.remark.title')}
      end={draft !== null && <span>{t('client.remark.unsaved')}</span>}
    >
      <Textarea
        aria-label={t('client.remark.title')}
        placeholder={t('client.remark.placeholder')}
        value={draft?.text ?? client.remark ?? ''}
        autosize
        minRows={3}
        maxRows={14}
        onChange={(event) =>
          setDraft({ base: draft === null ? client.remark : draft.base, text: event.currentTarget.value })
        }
        onBlur={() => void save()}
        onKeyDown={onKeys({ 'mod+enter': () => void save(), escape: () => setDraft(null) })}
      />
    </Section>
  );
}

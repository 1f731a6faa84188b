import { MultiSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Field } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { freeText } from './form-keys.ts';
import { StaleNotice } from './stale-notice.tsx';
import { useSeenSave } from './use-seen-save.ts';
import type { SeenWritten } from './use-seen-save.ts';

interface TagsDialogProps {
  readonly look: {
    readonly count: number;
    /** Each tag of theirs, and how many have it. */
    readonly tags: readonly { readonly name: string; readonly count: number }[];
  };
  /** Which clients they are, where others were selected. */
  readonly note?: ReactNode;
  readonly onWrite: (tags: {
    readonly addTags: readonly string[];
    readonly removeTags: readonly string[];
  }) => Promise<SeenWritten>;
  readonly onClose: () => void;
}

/** Gives the selected clients tags and takes others away; each client keeps the rest of its own. */
export function TagsDialog({ look, note, onWrite, onClose }: TagsDialogProps) {
  const t = useT();
  const format = useFormat();
  const [addTags, setAdded] = useState<string[]>([]);
  const [removeTags, setRemoved] = useState<string[]>([]);
  const { isStale, save } = useSeenSave(() => onWrite({ addTags, removeTags }));
  const n = format.count(look.count);
  const known = look.tags.map(({ name }) => name);
  return (
    <FormDialog
      title={t('bulk.tags.title', { n })}
      confirm={t('bulk.tags.save', { n })}
      canSave={addTags.length + removeTags.length > 0 && look.count > 0}
      onSave={save}
      onClose={onClose}
    >
      {note && <p className="cf-ink-2">{note}</p>}
      <Field label={t('bulk.tags.add')} hint={t('bulk.tags.addHint')}>
        {(ids) => (
          <TagsInput
            {...ids}
            {...freeText}
            data={known.filter((name) => !removeTags.includes(name))}
            value={addTags}
            data-autofocus
            openOnFocus={false}
            onChange={(tags) => setAdded(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))}
          />
        )}
      </Field>
      <Field
        label={t('bulk.tags.remove')}
        hint={t(known.length === 0 ? 'bulk.tags.none' : 'bulk.tags.removeHint')}
      >
        {(ids) => (
          <MultiSelect
            {...ids}
            disabled={known.length === 0}
            data={look.tags
              .filter(({ name }) => !addTags.includes(name))
              .map(({ name, count }) => ({
                value: name,
                label: t('bulk.tags.carried', { name, n: format.count(count) }),
              }))}
            value={removeTags}
            onChange={setRemoved}
          />
        )}
      </Field>
      {isStale && <StaleNotice of="clients" />}
    </FormDialog>
  );
}

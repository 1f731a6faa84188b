import { MultiSelect, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { ClientsLook } from '#shared/contract/bulk.ts';
import { Field } from '#renderer/components/field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface TagsDialogProps {
  readonly look: ClientsLook;
  readonly onWrite: (tags: {
    readonly addTags: readonly string[];
    readonly removeTags: readonly string[];
  }) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Gives the selected clients tags and takes others away; each client keeps the rest of its own. */
export function TagsDialog({ look, onWrite, onClose }: TagsDialogProps) {
  const t = useT();
  const format = useFormat();
  const [addTags, setAdded] = useState<string[]>([]);
  const [removeTags, setRemoved] = useState<string[]>([]);
  const n = format.count(look.count);
  const known = look.tags.map(({ name }) => name);
  return (
    <FormDialog
      title={t('bulk.tags.title', { n })}
      confirm={t('bulk.tags.save', { n })}
      canSave={addTags.length + removeTags.length > 0 && look.count > 0}
      onSave={() => onWrite({ addTags, removeTags })}
      onClose={onClose}
    >
      <Field label={t('bulk.tags.add')} hint={t('bulk.tags.addHint')}>
        {(ids) => (
          <TagsInput
            {...ids}
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
    </FormDialog>
  );
}

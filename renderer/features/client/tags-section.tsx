import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { Section } from './section.tsx';
import styles from './side.module.css';

/** Words of the firm's own to find clients by. */
export function TagsSection() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { client, tags } = useClient().details;
  const [draft, setDraft] = useState('');
  const set = (next: readonly string[], message: string): void =>
    void act(() => backend.clients.setTags({ id: client.id, tags: [...next] }), message);
  const add = (): void => {
    const tag = draft.trim();
    setDraft('');
    if (tag !== '' && !tags.includes(tag)) set([...tags, tag], t('client.tags.added', { tag }));
  };
  return (
    <Section id="tags" title={t('client.tags.title')}>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            <span className="cf-cut">{tag}</span>
            <button
              type="button"
              aria-label={t('client.tags.remove', { tag })}
              onClick={() =>
                set(
                  tags.filter((other) => other !== tag),
                  t('client.tags.removed', { tag }),
                )
              }
            >
              <IconX size={12} aria-hidden />
            </button>
          </span>
        ))}
        <TextInput
          className={styles.newTag}
          aria-label={t('client.tags.add')}
          placeholder={t('client.tags.add')}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={onKeys({ enter: add, escape: () => setDraft('') })}
        />
      </div>
    </Section>
  );
}

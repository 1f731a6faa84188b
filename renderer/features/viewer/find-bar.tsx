import { TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useEscape } from '#renderer/components/use-layer.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Tool } from './pane-tools.tsx';
import type { Find } from './use-find.ts';
import styles from './viewer.module.css';

/** What is looked for in the file, and which of its places is shown. */
export function FindBar({ find }: { readonly find: Find }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  useEscape(true, find.close);
  return (
    <div className={styles.find} role="search">
      <TextInput
        ref={field}
        aria-label={t('viewer.find.label')}
        placeholder={t('viewer.find.label')}
        value={find.query}
        autoFocus
        data-find
        onChange={(event) => find.setQuery(event.currentTarget.value)}
        onKeyDown={onKeys({ enter: () => find.step(1), 'shift+enter': () => find.step(-1) })}
      />
      <span className={styles.found} role="status">
        <FoundWords find={find} />
      </span>
      <Tool
        label={t('viewer.find.previous')}
        keys="shift+f3"
        Icon={IconChevronUp}
        disabled={find.total === 0}
        onClick={() => find.step(-1)}
      />
      <Tool
        label={t('viewer.find.next')}
        keys="f3"
        Icon={IconChevronDown}
        disabled={find.total === 0}
        onClick={() => find.step(1)}
      />
      <Tool label={t('components.action.close')} keys="escape" Icon={IconX} onClick={find.close} />
    </div>
  );
}

function FoundWords({ find }: { readonly find: Find }) {
  const t = useT();
  if (!find.isReady) return t('viewer.find.notRead');
  if (find.isWordless) return t('viewer.find.wordless');
  if (find.total > 0) return t('viewer.find.place', { n: find.at + 1, total: find.total });
  if (find.query.trim() === '') return null;
  return t(find.isSearching ? 'viewer.find.searching' : 'viewer.find.none');
}

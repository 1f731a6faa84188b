import { useQuery } from '@tanstack/react-query';
import { IconCopy } from '@tabler/icons-react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { frameMeta } from '#renderer/api/watch-changes.ts';
import { reasonWords } from '#renderer/components/duplicate-words.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import styles from './client.module.css';

/** One line under the head where another client may be the same one. */
export function DuplicateHint() {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const { id } = useClient().details.client;
  const found = useQuery({
    ...query.clients.duplicates.queryOptions({ input: { clientId: id } }),
    meta: frameMeta,
  });
  const [group] = found.data?.groups ?? [];
  const links = group?.links.filter(({ clientIds }) => clientIds.includes(id)) ?? [];
  const [link] = links;
  const other = group?.clients.find((client) => client.id !== id && link?.clientIds.includes(client.id));
  if (link === undefined || other === undefined) return null;
  const pairs = links.map(({ clientIds: [a, b] }): [string, string] => [a, b]);
  return (
    <p className={styles.hint} role="status">
      <IconCopy size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
      <span className="cf-cut">
        {t('duplicates.hint', { name: other.name, reasons: reasonWords(link, t).join(t('duplicates.and')) })}
      </span>
      {links.length > 1 && (
        <TextButton plain onClick={() => navigateTo(paths.duplicates())}>
          {t('duplicates.more', { n: links.length - 1 })}
        </TextButton>
      )}
      <TextButton onClick={() => navigateTo(paths.mergeInto(id, other.id))}>
        {t('duplicates.merge')}
      </TextButton>
      <TextButton
        plain
        onClick={() =>
          void act(() => backend.clients.setApart({ pairs, apart: true }), t('duplicates.apartDone'))
        }
      >
        {t('duplicates.apart')}
      </TextButton>
    </p>
  );
}

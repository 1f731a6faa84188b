import { ActionIcon } from '@mantine/core';
import { IconLink, IconPencil, IconX } from '@tabler/icons-react';
import { holderIn } from '#shared/domain/client-relation.ts';
import { shareText } from '#shared/domain/share.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Relation } from './relation-dialog.tsx';
import styles from './side.module.css';

interface RelationLineProps {
  readonly relation: Relation;
  /** Left out, it is only read. */
  readonly onEdit?: () => void;
}

/** Another client, what it is to this one, who holds how much, and the remark. */
export function RelationLine({ relation, onEdit }: RelationLineProps) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { id, name, clientId, remark } = relation;
  const edit = t('client.relations.edit', { name });
  const remove = t('client.relations.remove', { name });
  return (
    <li className={styles.relation}>
      <IconLink size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
      <span className={styles.related}>
        <Link className="cf-cut" href={paths.client(clientId)} title={name}>
          {name}
        </Link>
        <span className="cf-xs cf-ink-2">{useKindWords(relation)}</span>
        {remark !== null && <span className="cf-xs cf-ink-3">{remark}</span>}
      </span>
      {onEdit && (
        <>
          <ActionIcon size={20} aria-label={edit} title={edit} onClick={onEdit}>
            <IconPencil size={12} stroke={iconStroke} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={20}
            aria-label={remove}
            title={remove}
            onClick={() =>
              void act(() => backend.clients.removeRelation({ id }), t('client.relations.removed', { name }))
            }
          >
            <IconX size={12} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        </>
      )}
    </li>
  );
}

function useKindWords({ kind: code, shareBp }: Relation): string {
  const t = useT();
  const kind = t(`vocabulary.relationKind.${code}`);
  const holder = holderIn(code);
  if (shareBp === null || holder === null) return kind;
  const share = shareText(shareBp);
  return holder === 'other'
    ? t('client.relations.heldByOther', { kind, share })
    : t('client.relations.heldByOwn', { kind, share });
}

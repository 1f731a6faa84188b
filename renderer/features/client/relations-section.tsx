import { ActionIcon } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { RelationDialog } from './relation-dialog.tsx';
import { AddButton, Section } from './section.tsx';
import styles from './side.module.css';

/** Other clients that belong to this one. */
export function RelationsSection() {
  const t = useT();
  const { relations } = useClient().details;
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      id="relations"
      title={t('client.relations.title')}
      count={relations.length > 0 ? t('client.relations.count', { n: relations.length }) : undefined}
      end={<AddButton label={t('client.relations.add')} onClick={() => setAdding(true)} />}
    >
      {relations.length === 0 ? (
        <EmptyLine>
          {t('client.relations.empty')}{' '}
          <TextButton onClick={() => setAdding(true)}>{t('client.relations.add')}</TextButton>
        </EmptyLine>
      ) : (
        <ul>
          {relations.map((relation) => (
            <RelationLine key={relation.id} relation={relation} />
          ))}
        </ul>
      )}
      {isAdding && <RelationDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function RelationLine({ relation }: { readonly relation: ClientDetails['relations'][number] }) {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const label = t('client.relations.remove', { name: relation.name });
  return (
    <li className={styles.relation}>
      <IconLink size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
      <Link className="cf-cut" href={paths.client(relation.clientId)} title={relation.name}>
        {relation.name}
      </Link>
      <span className="cf-xs cf-ink-2">{t(`vocabulary.relationKind.${relation.kind}`)}</span>
      <ActionIcon
        size={20}
        aria-label={label}
        title={label}
        onClick={() =>
          void act(
            () => backend.clients.removeRelation({ id: relation.id }),
            t('client.relations.removed', { name: relation.name }),
          )
        }
      >
        <IconX size={12} stroke={iconStroke} aria-hidden />
      </ActionIcon>
    </li>
  );
}

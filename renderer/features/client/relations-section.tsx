import { useState } from 'react';
import { holderIn } from '#shared/domain/client-relation.ts';
import { sharesOver, shareText } from '#shared/domain/share.ts';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { RelationDialog } from './relation-dialog.tsx';
import type { Relation } from './relation-dialog.tsx';
import { RelationLine } from './relation-line.tsx';
import { AddButton, Section } from './section.tsx';

/** Other clients that belong to this one. */
export function RelationsSection() {
  const t = useT();
  const { relations, client } = useClient().details;
  const [open, setOpen] = useState<Relation | 'new' | null>(null);
  const isReadOnly = client.deletedAtMs !== null;
  const add = (): void => setOpen('new');
  const over = sharesOver(relations.filter(({ kind }) => holderIn(kind) === 'other'));
  return (
    <Section
      id="relations"
      title={t('client.relations.title')}
      count={relations.length > 0 ? t('client.relations.count', { n: relations.length }) : undefined}
      end={!isReadOnly && <AddButton label={t('client.relations.add')} onClick={add} />}
    >
      {relations.length === 0 ? (
        <EmptyLine>
          {t('client.relations.empty')}{' '}
          {!isReadOnly && <TextButton onClick={add}>{t('client.relations.add')}</TextButton>}
        </EmptyLine>
      ) : (
        <ul>
          {relations.map((relation) => (
            <RelationLine
              key={relation.id}
              relation={relation}
              {...(!isReadOnly && { onEdit: () => setOpen(relation) })}
            />
          ))}
        </ul>
      )}
      {over !== null && (
        <CheckLine
          check={{ tone: 'warning', text: t('client.relations.over', { share: shareText(over) }) }}
        />
      )}
      {open !== null && (
        <RelationDialog relation={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackHead } from '#shared/contract/rules.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { isEntityType } from '#shared/domain/entity-type.ts';
import type { RulePack, TrustTag } from '#shared/domain/rule-pack.ts';
import { trustTags } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Comparison } from './comparison.tsx';
import { filtered } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { OutdatedByPack } from './outdated.tsx';
import { Overrides } from './overrides.tsx';
import { Section } from './section.tsx';
import { Sources } from './sources.tsx';
import { useSections } from './use-sections.ts';
import styles from './rules.module.css';

interface PackPartProps {
  readonly head: PackHead;
  /** Every version of the pack that is there, the newest first. */
  readonly versions: readonly PackHead[];
}

/** One pack: every line with its source, how far it may be trusted, and as of when; beside it what is changing. */
export function PackPart({ head, versions }: PackPartProps) {
  const { query } = useApi();
  const input = { id: head.id, version: head.version, sha256: head.sha256 };
  const loaded = useQuery(query.rules.get.queryOptions({ input }));
  if (loaded.error) return <QueryFailure error={loaded.error} onRetry={() => void loaded.refetch()} />;
  if (loaded.data === undefined) return <SkeletonRows count={16} />;
  return <Pack pack={loaded.data.pack} base={loaded.data.base} versions={versions} />;
}

interface PackProps {
  readonly pack: RulePack;
  readonly base: RulePack;
  readonly versions: readonly PackHead[];
}

function Pack({ pack, base, versions }: PackProps) {
  const t = useT();
  const say = useRuleText();
  const [text, setText] = useState('');
  const [tags, setTags] = useState<ReadonlySet<TrustTag>>(new Set());
  const [entityType, setEntityType] = useState<EntityType>(pack.coveredEntityTypes[0] ?? 'company');
  const sections = useSections(pack, entityType);
  const shown = filtered(sections, text, tags);
  return (
    <>
      <div className={styles.filters}>
        <NativeSelect
          aria-label={t('rules.entityType')}
          value={entityType}
          data={pack.coveredEntityTypes.map((value) => ({
            value,
            label: t(`vocabulary.entityType.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) => isEntityType(value) && setEntityType(value)}
        />
        <TextInput
          aria-label={t('rules.find')}
          placeholder={t('rules.find')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <TagFilter leaves={sections.flatMap(({ leaves }) => leaves)} tags={tags} onChange={setTags} />
      </div>
      <div className={styles.page}>
        <div className={styles.sections} role="group" aria-label={say(pack.title)} tabIndex={0}>
          {shown.map((section) => (
            <Section key={section.id} section={section} pack={pack} />
          ))}
          {shown.length === 0 && <EmptyLine>{t('rules.nothing')}</EmptyLine>}
        </div>
        <aside className={styles.side} aria-label={t('rules.beside')} tabIndex={0}>
          <OutdatedByPack packId={pack.id} />
          <Overrides pack={base} />
          <Comparison base={base} versions={versions} />
          <Sources sources={pack.sources} />
          <p className={styles.legend}>{t('rules.legend')}</p>
        </aside>
      </div>
    </>
  );
}

interface TagFilterProps {
  readonly leaves: readonly Leaf[];
  readonly tags: ReadonlySet<TrustTag>;
  readonly onChange: (tags: ReadonlySet<TrustTag>) => void;
}

/** How far the lines may be trusted, with how many there are of each; none chosen means all. */
function TagFilter({ leaves, tags, onChange }: TagFilterProps) {
  const t = useT();
  const toggle = (tag: TrustTag): void => {
    const next = new Set(tags);
    if (!next.delete(tag)) next.add(tag);
    onChange(next);
  };
  return (
    <span className={styles.tags} role="group" aria-label={t('rules.trust')}>
      {trustTags
        .map((tag) => ({ tag, count: leaves.filter(({ of }) => of.tag === tag).length }))
        .filter(({ count }) => count > 0)
        .map(({ tag, count }) => (
          <button key={tag} type="button" aria-pressed={tags.has(tag)} onClick={() => toggle(tag)}>
            {t(`rules.tag.${tag}`)} <span className="cf-ink-3">{count}</span>
          </button>
        ))}
    </span>
  );
}

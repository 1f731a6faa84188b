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
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useArrival } from '#renderer/components/use-arrival.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Comparison } from './comparison.tsx';
import { Contents } from './contents.tsx';
import { filtered, isWanted, tagsOf } from './leaf.ts';
import type { Leaf } from './leaf.ts';
import { OutdatedByPack } from './outdated.tsx';
import { Overrides } from './overrides.tsx';
import { PapersMatrix } from './papers-matrix.tsx';
import { Section } from './section.tsx';
import { Sources } from './sources.tsx';
import { usePaperLeaves } from './use-paper-leaf.ts';
import { useSections } from './use-sections.ts';
import styles from './rules.module.css';

interface PackPartProps {
  /** The line that comes into view. */
  readonly place: string | undefined;
  readonly head: PackHead;
  /** Every version of the pack that is there, the newest first. */
  readonly versions: readonly PackHead[];
}

/** One pack: every line with its source, how far it may be trusted, and as of when; beside it what is changing. */
export function PackPart({ head, place, versions }: PackPartProps) {
  const { query } = useApi();
  const input = { id: head.id, version: head.version, sha256: head.sha256 };
  const loaded = useQuery(query.rules.get.queryOptions({ input }));
  if (loaded.error) return <QueryFailure error={loaded.error} onRetry={() => void loaded.refetch()} />;
  if (loaded.data === undefined) return <SkeletonRows count={16} />;
  return <Pack place={place} pack={loaded.data.pack} base={loaded.data.base} versions={versions} />;
}

interface PackProps {
  readonly place: string | undefined;
  readonly pack: RulePack;
  readonly base: RulePack;
  readonly versions: readonly PackHead[];
}

const searchFieldId = 'rules-search';

function Pack({ place, pack, base, versions }: PackProps) {
  const t = useT();
  const say = useRuleText();
  const [text, setText] = useState('');
  const [tags, setTags] = useState<ReadonlySet<TrustTag>>(new Set());
  const [entityType, setEntityType] = useState<EntityType>(pack.coveredEntityTypes[0] ?? 'company');
  const papers = usePaperLeaves(pack, entityType);
  const sections = useSections(pack);
  const filter = { text, tags };
  const shown = filtered(sections, filter);
  const wantedPapers = papers.filter((leaf) => isWanted(leaf, filter));
  useArrival(place);
  useShortcuts({ '/': () => document.getElementById(searchFieldId)?.focus() });
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          id={searchFieldId}
          aria-label={t('rules.find')}
          placeholder={t('rules.find')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <EntityTypeSelect types={pack.coveredEntityTypes} value={entityType} onChange={setEntityType} />
        <TagFilter
          leaves={[...papers, ...sections.flatMap(({ leaves }) => leaves)]}
          tags={tags}
          onChange={setTags}
        />
      </div>
      <div className={styles.page}>
        <div className={styles.sections} role="group" aria-label={say(pack.title)} tabIndex={0}>
          <PapersMatrix
            pack={pack}
            entityType={entityType}
            onChoose={setEntityType}
            holds={(leaf) => isWanted(leaf, filter)}
          />
          {shown.map((section) => (
            <Section key={section.id} section={section} pack={pack} />
          ))}
          {shown.length === 0 && wantedPapers.length === 0 && <EmptyLine>{t('rules.nothing')}</EmptyLine>}
        </div>
        <aside className={styles.side} aria-label={t('rules.beside')} tabIndex={0}>
          <OutdatedByPack packId={pack.id} />
          <Overrides pack={base} />
          <Comparison base={base} versions={versions} />
          <Contents
            sections={[
              { id: 'papers', title: t('rules.section.papers'), count: wantedPapers.length },
              ...shown.map(({ id, title, leaves }) => ({ id, title, count: leaves.length })),
            ].filter(({ count }) => count > 0)}
          />
          <Sources sources={pack.sources} />
          <p className={styles.legend}>{t('rules.legend')}</p>
        </aside>
      </div>
      <StatusBar keys={<KbdHints hints={[{ keys: ['/'], text: t('rules.find') }]} />}>
        <span>{t('rules.whence')}</span>
      </StatusBar>
    </>
  );
}

interface EntityTypeSelectProps {
  readonly types: readonly EntityType[];
  readonly value: EntityType;
  readonly onChange: (entityType: EntityType) => void;
}

function EntityTypeSelect({ types, value, onChange }: EntityTypeSelectProps) {
  const t = useT();
  return (
    <NativeSelect
      aria-label={t('rules.entityType')}
      value={value}
      data={types.map((type) => ({ value: type, label: t(`vocabulary.entityType.${type}`) }))}
      onChange={({ currentTarget }) => isEntityType(currentTarget.value) && onChange(currentTarget.value)}
    />
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
        .map((tag) => ({ tag, count: leaves.filter((leaf) => tagsOf(leaf).includes(tag)).length }))
        .filter(({ count }) => count > 0)
        .map(({ tag, count }) => (
          <button key={tag} type="button" aria-pressed={tags.has(tag)} onClick={() => toggle(tag)}>
            {t(`rules.tag.${tag}`)} <span className="cf-ink-3">{count}</span>
          </button>
        ))}
    </span>
  );
}

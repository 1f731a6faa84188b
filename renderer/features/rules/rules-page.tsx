import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackHead } from '#shared/contract/rules.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PageHead } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CategoriesPart } from './categories-part.tsx';
import { HolidaysPart } from './holidays-part.tsx';
import { ImportListDialog } from './import-list-dialog.tsx';
import { ImportPackDialog } from './import-pack-dialog.tsx';
import { PackPart } from './pack-part.tsx';
import { PlatformsPart } from './platforms-part.tsx';
import { RuleTabs } from './rule-tabs.tsx';
import { useRuleFile } from './use-rule-file.ts';
import styles from './rules.module.css';

/** The tabs beside the packs. */
const otherTabs = ['categories', 'platforms', 'holidays'] as const;
type OtherTab = (typeof otherTabs)[number];

interface RulesPageProps {
  readonly part?: string;
  /** The line that comes into view: `checks.paper_missing`. */
  readonly place?: string | undefined;
}

/** What the program judges by: every pack line by line, how versions differ, the firm's own rules, and the holidays. */
export function RulesPage({ part, place }: RulesPageProps) {
  const { query } = useApi();
  const list = useQuery(query.rules.list.queryOptions());
  if (list.error) return <QueryFailure error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <SkeletonRows count={16} />;
  return <Rules heads={list.data} part={part} place={place} />;
}

interface RulesProps extends RulesPageProps {
  readonly heads: readonly PackHead[];
  readonly part: string | undefined;
}

function Rules({ heads, part, place }: RulesProps) {
  const t = useT();
  const tabLabel = ({ platform, applicationKinds: [kind = 'first_certification'] }: PackHead): string =>
    platform === 'wechat' ? t(`rules.packTab.${kind}`) : t(`vocabulary.platform.${platform}`);
  const newest = inOrder(heads.filter(({ isNewest }) => isNewest));
  const other = otherTabs.find((tab) => tab === part);
  const head = newest.find(({ id }) => id === part) ?? newest[0];
  const tabs = [
    ...newest.map((each) => ({ id: each.id, label: tabLabel(each) })),
    ...otherTabs.map((id) => ({ id, label: t(`rules.tab.${id}`) })),
  ];
  return (
    <>
      {other === undefined && head ? <PackTitle head={head} /> : <OtherTitle tab={other ?? 'holidays'} />}
      <RuleTabs tabs={tabs} here={other ?? head?.id ?? ''} />
      {other === undefined && head ? (
        <PackPart
          key={head.sha256}
          head={head}
          place={place}
          versions={heads.filter(({ id }) => id === head.id)}
        />
      ) : (
        <OtherPart tab={other ?? 'holidays'} />
      )}
    </>
  );
}

function OtherPart({ tab }: { readonly tab: OtherTab }) {
  const t = useT();
  switch (tab) {
    case 'categories':
      return <CategoriesPart />;
    case 'platforms':
      return (
        <div className={styles.whole} role="group" aria-label={t('rules.tab.platforms')} tabIndex={0}>
          <PlatformsPart />
        </div>
      );
    case 'holidays':
      return <HolidaysPart />;
  }
}

function OtherTitle({ tab }: { readonly tab: OtherTab }) {
  const t = useT();
  return tab === 'categories' ? <CategoriesTitle /> : <PageHead title={t(`rules.tab.${tab}`)} />;
}

/** Version and hash of the list of categories, and the way to another one. */
function CategoriesTitle() {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const [file, setFile] = useState<string>();
  const pick = useRuleFile(setFile);
  const { data = [] } = useQuery(query.rules.categories.queryOptions());
  const [first] = data;
  return (
    <PageHead
      title={t('rules.tab.categories')}
      count={
        first && t('categories.head', { version: first.pack.version, date: format.dateLong(first.pack.asOf) })
      }
    >
      {first && <Fingerprint sha256={first.sha256} />}
      <Button leftSection={<IconFileImport size={16} stroke={iconStroke} />} onClick={pick}>
        {t('categories.import.pick')}
      </Button>
      {file !== undefined && <ImportListDialog key={file} file={file} onClose={() => setFile(undefined)} />}
    </PageHead>
  );
}

function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const t = useT();
  return (
    <span className="cf-ink-3 cf-xs cf-mono" title={sha256}>
      {t('rules.fingerprint', { start: sha256.slice(0, 12) })}
    </span>
  );
}

/** Name, version and hash of a pack, and the way to another one. */
function PackTitle({ head }: { readonly head: PackHead }) {
  const t = useT();
  const say = useRuleText();
  const format = useFormat();
  const [file, setFile] = useState<string>();
  const pick = useRuleFile(setFile);
  return (
    <PageHead
      title={say(head.title)}
      count={t('rules.head', { version: head.version, date: format.dateLong(head.asOf) })}
    >
      <Fingerprint sha256={head.sha256} />
      <Button leftSection={<IconFileImport size={16} stroke={iconStroke} />} onClick={pick}>
        {t('rules.import.pick')}
      </Button>
      {file !== undefined && <ImportPackDialog key={file} file={file} onClose={() => setFile(undefined)} />}
    </PageHead>
  );
}

/** The certification first, then what belongs to the same platform, then the other platforms. */
function inOrder(heads: readonly PackHead[]): PackHead[] {
  const kinds = [
    'first_certification',
    'registration',
    'filing',
    'category_permit',
    'merchant_onboarding',
    'subject_change',
  ];
  const platforms = ['wechat', 'alipay', 'baidu', 'douyin'];
  const rank = ({ platform, applicationKinds }: PackHead): number =>
    platforms.indexOf(platform) * 10 + kinds.indexOf(applicationKinds[0] ?? '');
  return heads.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Marked } from '#renderer/components/marked.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { differenceIn } from './difference.ts';
import { findingGroups } from './finding-groups.ts';
import type { FindingGroup } from './finding-groups.ts';
import { speaksOfIdNumber, useStatedValue } from './finding-words.ts';
import { focusItem, preCheckElementId } from './focus-item.ts';
import { trustOf } from '#renderer/components/trust-of.ts';
import styles from './pre-check.module.css';

/** The rejection forecast: what the reviewer would send the application back for, and what may be asked. */
export function PreCheck() {
  const t = useT();
  const { details, preCheck } = useCase();
  if (preCheck === undefined || details.application.closedAtMs !== null) return null;
  const groups = findingGroups(preCheck.findings);
  const rows = groups.filter(({ first }) => first.level !== 'may_ask');
  const questions = groups.filter(({ first }) => first.level === 'may_ask');
  return (
    <section id={preCheckElementId} aria-labelledby="pre-check-head">
      <PartHead id="pre-check-head" title={t('application.preCheck.title')} count={<Counts />}>
        {t('application.preCheck.judgedBy', { version: preCheck.rulePack.version })}
      </PartHead>
      {groups.length === 0 && <EmptyLine>{t('application.preCheck.clean')}</EmptyLine>}
      <ul>
        {rows.map((group) => (
          <FindingRow key={group.first.key} group={group} />
        ))}
      </ul>
      <LeastMissing />
      {questions.length > 0 && <Questions groups={questions} />}
    </section>
  );
}

/** Where papers stand for each other: the fewest that would do. */
function LeastMissing() {
  const t = useT();
  const ruleText = useRuleText();
  const { details, preCheck } = useCase();
  const least = details.items.filter(({ requirement }) =>
    preCheck?.leastMissing.includes(requirement.requirementId),
  );
  if (!least.some(({ requirement }) => requirement.choices.length > 0)) return null;
  const titles = least.map(({ requirement }) => ruleText(requirement.title)).join(t('application.list'));
  return <p className={styles.least}>{t('application.preCheck.least', { titles })}</p>;
}

/** How many findings of each weight there are. */
function Counts() {
  const t = useT();
  const { preCheck } = useCase();
  const count = (level: Finding['level']): number =>
    preCheck?.findings.filter((finding) => finding.level === level).length ?? 0;
  const parts = [
    {
      level: 'blocker',
      className: 'cf-danger',
      word: t('status.numbered.blockers', { n: count('blocker') }),
    },
    {
      level: 'warning',
      className: 'cf-warning',
      word: t('status.numbered.warnings', { n: count('warning') }),
    },
    { level: 'may_ask', className: 'cf-ink-3', word: t('status.numbered.notes', { n: count('may_ask') }) },
  ] as const;
  return (
    <span className={styles.counts}>
      {parts
        .filter(({ level }) => count(level) > 0)
        .map(({ level, className, word }) => (
          <span key={level} className={className}>
            {word}
          </span>
        ))}
    </span>
  );
}

/** What the reviewer may only ask about is folded into one line. */
function Questions({ groups }: { readonly groups: readonly FindingGroup[] }) {
  const t = useT();
  const ruleText = useRuleText();
  return (
    <details className={styles.questions}>
      <summary>
        <IconInfoCircle size={14} stroke={iconStroke} aria-hidden />
        <span>{t('application.preCheck.questions', { count: groups.length })}</span>
        <span className="cf-ink-3 cf-cut">
          {groups.map(({ first }) => ruleText(first.text)).join(t('application.semicolon'))}
        </span>
      </summary>
      <ul>
        {groups.map((group) => (
          <FindingRow key={group.first.key} group={group} />
        ))}
      </ul>
    </details>
  );
}

const signs = { blocker: 'blocker', warning: 'warning', may_ask: 'note' } as const;

function FindingRow({ group }: { readonly group: FindingGroup }) {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  const { pack } = useCase();
  const { first } = group;
  const sources = first.source.map((code) => pack?.sources.find((source) => source.code === code));
  return (
    <li className={styles.finding}>
      <span className={styles.state}>
        <Status of={signs[first.level]} />
      </span>
      <div className="cf-grow">
        <p>
          <Sentence group={group} />
        </p>
        <Values finding={first} />
        <p className={styles.note}>{t('application.remedy', { text: ruleText(first.remedy) })}</p>
        {first.remedyTitles.length > 0 && (
          <p className={styles.note}>
            {t('application.preCheck.papers', {
              titles: first.remedyTitles.map(ruleText).join(t('application.list')),
            })}
          </p>
        )}
        <p className={styles.source}>
          <span title={sources.map((source) => (source ? ruleText(source.title) : '')).join('\n')}>
            {t('application.preCheck.source', { codes: first.source.join(t('application.list')) })}
          </span>
          <Trust of={trustOf(first.tag)} asOf={format.dateLong(first.asOf)} />
        </p>
      </div>
      <Mend finding={first} />
    </li>
  );
}

function Sentence({ group: { first, all } }: { readonly group: FindingGroup }) {
  const t = useT();
  const ruleText = useRuleText();
  const titles = [...new Set(all.flatMap(({ title }) => (title === undefined ? [] : ruleText(title))))];
  const text = ruleText(first.text);
  return titles.length === 0
    ? text
    : t('application.preCheck.sentence', { text, titles: titles.join(t('application.list')) });
}

/** What is written and what it should be, with the characters that differ marked. */
function Values({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const stated = useStatedValue();
  const { expected, found } = finding;
  if (found === undefined) return null;
  const isSecret = speaksOfIdNumber(finding);
  const [now, due] = [
    stated(found, isSecret),
    expected === undefined ? undefined : stated(expected, isSecret),
  ];
  const isSpelling = finding.place.at !== 'item' || finding.check.endsWith('differs');
  const marks = (text: string, other: string) => (isSpelling ? differenceIn(text, other) : []);
  return (
    <p className={styles.values}>
      <span className="cf-ink-3">
        {t(
          isCalendarDate(found) && due === undefined
            ? 'application.preCheck.until'
            : 'application.preCheck.found',
        )}
      </span>
      <span>
        <Marked text={now} ranges={due === undefined ? [] : marks(now, due)} />
      </span>
      {due !== undefined && (
        <>
          <span className="cf-ink-3">{t('application.preCheck.expected')}</span>
          <span>
            <Marked text={due} ranges={marks(due, now)} />
          </span>
        </>
      )}
    </p>
  );
}

/** Leads to where it is mended; bordered where it holds the submission back. */
function Mend({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const { details } = useCase();
  const { place, level } = finding;
  if (place.at === 'attempts') return null;
  const go = (): void => {
    if (place.at !== 'item') {
      navigateTo(paths.client(details.client.id));
      return;
    }
    const item = details.items.find(({ requirement }) => requirement.requirementId === place.requirementId);
    if (item !== undefined) focusItem(item.id);
  };
  return (
    <Button variant={level === 'blocker' ? 'default' : 'subtle'} onClick={go}>
      {t(place.at === 'item' ? 'application.next.look' : 'application.preCheck.mend')}
    </Button>
  );
}

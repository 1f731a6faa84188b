import { IconInfoCircle } from '@tabler/icons-react';
import { checkCode, checkTopic } from '#shared/domain/check-code.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AdviceNote, AdviceRow } from './advice-row.tsx';
import { useCase } from './case-context.tsx';
import { findingGroups } from './finding-groups.ts';
import type { FindingGroup } from './finding-groups.ts';
import { FindingValues } from './finding-values.tsx';
import { preCheckElementId } from './focus-item.ts';
import { Mend } from './mend.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { PermitTrees } from './permit-trees.tsx';
import { QuickFix } from './quick-fix.tsx';
import styles from './pre-check.module.css';

/** The rejection forecast: what the reviewer would send the application back for, and what may be asked. */
export function PreCheck() {
  const t = useT();
  const { details, preCheck } = useCase();
  if (details.application.closedAtMs !== null) return null;
  const groups = findingGroups(preCheck.findings);
  const rows = groups.filter(({ first }) => first.level !== 'may_ask');
  const questions = groups.filter(({ first }) => first.level === 'may_ask');
  return (
    <section id={preCheckElementId} aria-labelledby="pre-check-head">
      <PartHead id="pre-check-head" title={t('preCheck.title')} count={<Counts />}>
        {t('preCheck.judgedBy', { version: preCheck.rulePack.version })}
      </PartHead>
      {groups.length === 0 && <EmptyLine>{t('preCheck.clean')}</EmptyLine>}
      <ul>
        {rows.map((group) => (
          <FindingRow key={group.first.key} group={group} />
        ))}
      </ul>
      <PermitTrees />
      <LeastMissing />
      {questions.length > 0 && <Questions groups={questions} />}
    </section>
  );
}

/** Where papers stand for each other: those that would do, as the plan of the client has them. Of a category its own tree says so. */
function LeastMissing() {
  const t = useT();
  const ruleText = useRuleText();
  const { details, preCheck } = useCase();
  const least = details.items.filter(
    ({ requirement }) =>
      requirement.asks === undefined && preCheck.leastMissing.includes(requirement.requirementId),
  );
  if (!least.some(({ requirement }) => requirement.choices.length > 0)) return null;
  const titles = least.map(({ requirement }) => ruleText(requirement.title)).join(t('application.list'));
  return <p className={styles.least}>{t('preCheck.least', { titles })}</p>;
}

/** How many findings of each weight there are. */
function Counts() {
  const t = useT();
  const { preCheck } = useCase();
  const count = (level: Finding['level']): number =>
    preCheck.findings.filter((finding) => finding.level === level).length;
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
  const count = groups.reduce((sum, { all }) => sum + all.length, 0);
  const texts = new Set(groups.map(({ first }) => ruleText(first.text)));
  return (
    <details className={styles.questions}>
      <summary>
        <IconInfoCircle size={14} stroke={iconStroke} aria-hidden />
        <span className="cf-nowrap">{t('preCheck.questions', { count })}</span>
        <span className="cf-ink-3 cf-cut">{[...texts].join(t('application.semicolon'))}</span>
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
  const ruleText = useRuleText();
  const { first } = group;
  return (
    <AdviceRow
      of={signs[first.level]}
      title={<Sentence group={group} />}
      rule={first}
      ruleName={<RuleName finding={first} />}
      sources={<SourceCodes finding={first} />}
      action={<Mend finding={first} />}
    >
      <FindingValues finding={first} />
      <OpenQuestions finding={first} />
      <QuickFix finding={first} />
      <AdviceNote>{t('application.remedy', { text: ruleText(first.remedy) })}</AdviceNote>
      {first.remedyTitles.length > 0 && (
        <AdviceNote>
          {t('preCheck.papers', { titles: first.remedyTitles.map(ruleText).join(t('application.list')) })}
        </AdviceNote>
      )}
    </AdviceRow>
  );
}

/** Code and topic of the question; it leads to its line on the Rules screen. */
function RuleName({ finding: { check } }: { readonly finding: Finding }) {
  const t = useT();
  const { pack } = useCase();
  if (pack === undefined) return null;
  const topic = t(`preCheck.topic.${checkTopic(check)}`);
  return (
    <Link className={styles.rule} href={paths.rules(pack.id, `checks.${check}`)} title={t('preCheck.toRule')}>
      {t('preCheck.rule', { code: checkCode(pack.platform, check), topic })}
    </Link>
  );
}

/** The codes of a finding's sources; their titles show on hover, and in full on the Rules screen. */
function SourceCodes({ finding: { source } }: { readonly finding: Finding }) {
  const t = useT();
  const ruleText = useRuleText();
  const { pack } = useCase();
  const known = pack?.sources.filter(({ code }) => source.includes(code)) ?? [];
  return (
    <span title={known.map(({ title }) => ruleText(title)).join('\n')}>
      {t('preCheck.source', { codes: source.join(t('application.list')) })}
    </span>
  );
}

function Sentence({ group: { first, all } }: { readonly group: FindingGroup }) {
  const t = useT();
  const ruleText = useRuleText();
  const titles = [...new Set(all.flatMap(({ title }) => (title === undefined ? [] : ruleText(title))))];
  const text = ruleText(first.text);
  return titles.length === 0
    ? text
    : t('preCheck.sentence', { text, titles: titles.join(t('application.list')) });
}

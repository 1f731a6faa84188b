import type { ReactNode } from 'react';
import type { RulesOfType } from '#shared/domain/compared-entity-type.ts';
import type { FeeLine } from '#shared/domain/comparison-fees.ts';
import type { SubjectLine } from '#shared/domain/comparison-subjects.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
import { trustTags } from '#shared/domain/rule-pack.ts';
import { Status } from '#renderer/components/status.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Folded, Mark, NotApplicable, NotFound } from './platform-cells.tsx';

interface TopicProps {
  /** Of what and where, in words. */
  readonly about: string;
  readonly rules: ComparedRules;
}

interface OfTypeProps extends TopicProps {
  readonly ofType: RulesOfType;
}

/** Whether such a body may certify, as a sign and a word. */
export function MayCertify({ state }: Pick<SubjectLine, 'state'>) {
  const t = useT();
  switch (state) {
    case 'may':
      return <Status of="satisfied">{t('platforms.may')}</Status>;
    case 'may_not':
      return <Status of="rejected">{t('platforms.mayNot')}</Status>;
    case 'unknown':
      return <NotFound />;
  }
}

/** Whether the chosen entity type may certify; folded why, and who else may. */
export function SubjectCell({ about, rules, ofType: { subject } }: OfTypeProps) {
  const say = useRuleText();
  const others = useSubjectLines(rules);
  const why = subject.text === null ? [] : [say(subject.text)];
  return (
    <Folded about={about} more={[...why, ...others]}>
      <MayCertify state={subject.state} />
      {subject.state !== 'unknown' && <Mark basis={subject.basis} rules={rules} />}
    </Folded>
  );
}

/** Who may certify, together what is equally to be trusted; then who may not, and whom no source names. */
function useSubjectLines(rules: ComparedRules): ReactNode[] {
  const t = useT();
  const types = useTypes();
  const inState = (state: SubjectLine['state']) => rules.subjects.filter((line) => line.state === state);
  const namesIn = (lines: readonly SubjectLine[]) => types(lines.map(({ entityType }) => entityType));
  const may = trustTags.map((tag) => inState('may').filter(({ basis }) => basis.tag === tag));
  const marked = (word: string, lines: readonly SubjectLine[]): ReactNode[] =>
    lines[0] === undefined
      ? []
      : [
          <>
            {word} <Mark basis={lines[0].basis} rules={rules} />
          </>,
        ];
  const unnamed = inState('unknown');
  return [
    ...may.flatMap((lines) => marked(t('platforms.mayTypes', { types: namesIn(lines) }), lines)),
    ...inState('may_not').flatMap((line) =>
      marked(t('platforms.mayNotTypes', { types: namesIn([line]) }), [line]),
    ),
    ...(unnamed.length === 0 ? [] : [t('platforms.unnamedTypes', { types: namesIn(unnamed) })]),
  ];
}

/** Names the types; of all of them only how many. */
function useTypes(): (types: readonly EntityType[]) => string {
  const t = useT();
  return (types) =>
    types.length === entityTypes.length
      ? t('platforms.everyType', { n: types.length })
      : types.map((type) => t(`vocabulary.entityType.${type}`)).join(t('platforms.list'));
}

/** What the chosen entity type pays for a submission; folded the remark on it, and what others pay. */
export function FeeCell({ about, rules, ofType: { fee, otherFees } }: OfTypeProps) {
  const say = useRuleText();
  const others = useOtherFees(otherFees, rules);
  const note = fee?.note ? [say(fee.note)] : [];
  return (
    <Folded about={about} more={[...note, ...others]}>
      {fee === null ? <NotApplicable /> : <Amount fee={fee} rules={rules} />}
    </Folded>
  );
}

function Amount({
  fee: { amountFen: cell },
  rules,
}: {
  readonly fee: FeeLine;
  readonly rules: ComparedRules;
}) {
  const amount = useAmount();
  if (cell.state === 'unknown') return <NotFound />;
  return (
    <>
      <span className="cf-strong">{amount(cell.value)}</span>
      <Mark basis={cell.basis} rules={rules} />
    </>
  );
}

function useAmount(): (fen: number) => string {
  const t = useT();
  const format = useFormat();
  return (fen) => (fen === 0 ? t('platforms.free') : format.moneyWithUnit(fen));
}

/** What the others pay, where it is known. */
function useOtherFees(fees: readonly FeeLine[], rules: ComparedRules): ReactNode[] {
  const t = useT();
  const types = useTypes();
  const amount = useAmount();
  return fees.flatMap(({ entityTypes: payers, amountFen: cell }) =>
    cell.state === 'unknown'
      ? []
      : [
          <>
            {t('platforms.feeOf', { amount: amount(cell.value), types: types(payers) })}{' '}
            <Mark basis={cell.basis} rules={rules} />
          </>,
        ],
  );
}

/** When the annual review opens; folded what stops working when it is missed. */
export function ReviewWindow({ about, rules }: TopicProps) {
  const t = useT();
  const say = useRuleText();
  const cell = rules.annualReview;
  if (cell.state === 'unknown') {
    return (
      <Folded about={about} more={[]}>
        <NotFound />
      </Folded>
    );
  }
  const losses = cell.value.losses.map(({ afterDays, text, basis }) => (
    <>
      {afterDays === 0
        ? t('platforms.loss', { text: say(text) })
        : t('platforms.lossAfter', { count: afterDays, text: say(text) })}{' '}
      <Mark basis={basis} rules={rules} />
    </>
  ));
  return (
    <Folded about={about} more={losses}>
      <span className="cf-strong">{t('platforms.window', { count: cell.value.opensDaysBefore })}</span>
      <Mark basis={cell.basis} rules={rules} />
    </Folded>
  );
}

/** A requirement as a tree: all of, any of, papers and scope; against a client, with what is there and what is not. */
import type { ReactNode } from 'react';
import { impliedAnswer } from '#shared/domain/category-answer.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { CategoryVerdict } from '#shared/domain/category-verdict.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { leafKey } from '#shared/domain/formula.ts';
import type { Formula, FormulaLeaf, FormulaState, When } from '#shared/domain/formula.ts';
import { leafText, questionText } from '#shared/domain/permit-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { Status } from './status.tsx';
import type { StatusKey } from './status.tsx';
import { useConditionWords } from './use-condition-words.ts';
import styles from './formula-tree.module.css';

interface FormulaTreeProps {
  readonly formula: Formula;
  readonly pack: CategoryPack;
  /** How a client stands to it; without one the tree only says what is asked for. */
  readonly verdict?: CategoryVerdict;
  /** Lets its questions be answered where they stand. */
  readonly answering?: Answering;
  /** Names the tree for a screen reader. */
  readonly label: string;
}

export interface Answering {
  /** Some kinds of body answer by themselves. */
  readonly entityType: EntityType;
  readonly onAnswer: (questionId: string, isYes: boolean | null) => void;
}

export function FormulaTree({ label, ...rest }: FormulaTreeProps) {
  return (
    <ul className={styles.tree} aria-label={label}>
      <Part {...rest} />
    </ul>
  );
}

type PartProps = Omit<FormulaTreeProps, 'label'>;

function Part({ formula, ...rest }: PartProps) {
  const t = useT();
  const say = useRuleText();
  switch (formula.op) {
    case 'atom':
    case 'scope':
      return <Leaf leaf={formula} {...rest} />;
    case 'all_of':
    case 'any_of': {
      const parts = formula.op === 'all_of' ? formula.parts : formula.options;
      const word = t(formula.op === 'all_of' ? 'categories.allOf' : 'categories.anyOf');
      const head = [formula.label && say(formula.label), parts.length > 1 && word];
      return (
        <Group head={head.filter((each) => typeof each === 'string')}>
          {parts.map((part, index) => (
            <Part key={index} formula={part} {...rest} />
          ))}
        </Group>
      );
    }
    case 'when':
      return <Branches formula={formula} {...rest} />;
  }
}

/** The bracket: a line at the left of what belongs together, and above it what it means. */
function Group({ head, children }: { readonly head: readonly string[]; readonly children: ReactNode }) {
  const [first, ...others] = head;
  return (
    <li className={styles.group}>
      {first !== undefined && (
        <span className={styles.head}>
          <b>{first}</b>
          {others.map((each) => (
            <span key={each}>{each}</span>
          ))}
        </span>
      )}
      <ul>{children}</ul>
    </li>
  );
}

function Branches({ formula, ...rest }: PartProps & { readonly formula: When }) {
  const t = useT();
  const words = useConditionWords(rest.pack);
  const { condition, then, otherwise } = formula;
  const isOpen =
    rest.verdict !== undefined &&
    condition.on === 'answer' &&
    rest.verdict.answers[condition.id] === undefined;
  return (
    <>
      <li className={styles.group}>
        <span className={styles.head}>
          <b>{t('categories.when', { condition: words(condition) })}</b>
          {isOpen && <Status of="to_confirm" />}
          {condition.on === 'answer' && <Answer questionId={condition.id} {...rest} />}
        </span>
        {!isNothing(then) && (
          <ul>
            <Part formula={then} {...rest} />
          </ul>
        )}
      </li>
      {otherwise && (
        <li className={styles.group}>
          <span className={styles.head}>
            <b>{t('categories.otherwise')}</b>
          </span>
          <ul>
            <Part formula={otherwise} {...rest} />
          </ul>
        </li>
      )}
    </>
  );
}

/** The answer to a question where it decides, or that the kind of body gives it. */
function Answer({
  questionId,
  pack,
  verdict,
  answering,
}: Omit<PartProps, 'formula'> & { readonly questionId: string }) {
  const t = useT();
  const say = useRuleText();
  const question = pack.questions.find(({ id }) => id === questionId);
  if (answering === undefined || question === undefined) return null;
  if (impliedAnswer(question, answering.entityType) !== undefined)
    return <span className="cf-ink-3">{t('categories.implied')}</span>;
  return (
    <AnswerChoice
      question={say(questionText(questionId, pack))}
      value={verdict?.answers[questionId] ?? null}
      onAnswer={(isYes) => answering.onAnswer(questionId, isYes)}
    />
  );
}

const isNothing = (formula: Formula): boolean => formula.op === 'all_of' && formula.parts.length === 0;

const signs = { met: 'satisfied', missing: 'missing', question: 'to_confirm' } as const satisfies Record<
  FormulaState,
  StatusKey
>;

function Leaf({ leaf, pack, verdict }: Omit<PartProps, 'formula'> & { readonly leaf: FormulaLeaf }) {
  const t = useT();
  const say = useRuleText();
  const key = leafKey(leaf);
  const state = verdict?.leaves[key];
  const isCheapest = verdict?.ways[0]?.items.some((item) => leafKey(item) === key) === true;
  return (
    <li className={styles.leaf} data-cheapest={isCheapest || undefined}>
      {state !== undefined && (
        <span className={styles.state}>
          <Status of={signs[state]} />
        </span>
      )}
      <span>{say(leafText(leaf, pack))}</span>
      {isCheapest && <span className={styles.cheapest}>{t('categories.cheapest')}</span>}
    </li>
  );
}

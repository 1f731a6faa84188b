import { questionText } from '#shared/domain/permit-words.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { useSaveAnswer } from '#renderer/api/use-save-answer.ts';
import { AnswerChoice } from '#renderer/components/answer-choice.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useCase } from './case-context.tsx';
import styles from './open-questions.module.css';
import { useJudgingList } from './use-judging-list.ts';

/** What a finding about a category waits to be told, to be answered where it is asked. */
export function OpenQuestions({ finding: { check, place } }: { readonly finding: Finding }) {
  const say = useRuleText();
  const { details, preCheck } = useCase();
  const onAnswer = useSaveAnswer(details.application.clientId);
  const verdict =
    check === 'permit_question' && place.at === 'category'
      ? preCheck.categories.find(({ categoryId }) => categoryId === place.id)
      : undefined;
  const assumed = verdict?.ways.flatMap(({ assuming }) => assuming) ?? [];
  const ids = [...new Set(assumed.flatMap((each) => (each.ask === 'answer' ? [each.id] : [])))];
  const pack = useJudgingList(ids.length > 0);
  if (pack === undefined || ids.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {ids.map((id) => {
        const question = say(questionText(id, pack));
        return (
          <li key={id}>
            <span>{question}</span>
            <AnswerChoice question={question} value={null} onAnswer={(isYes) => onAnswer(id, isYes)} />
          </li>
        );
      })}
    </ul>
  );
}

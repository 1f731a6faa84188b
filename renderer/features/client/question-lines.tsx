import type { ClientDetails } from '#shared/contract/clients.ts';
import { useSaveAnswer } from '#renderer/api/use-save-answer.ts';
import { AnswerChoice } from '#renderer/components/answer-choice.tsx';
import { CheckLine } from '#renderer/components/check-line.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import styles from './side.module.css';

type Question = ClientDetails['questions'][number];

/** What the categories of the client's accounts and applications want to know of it. */
export function QuestionLines() {
  const t = useT();
  const { questions } = useClient().details;
  if (questions.length === 0) return null;
  return (
    <ul aria-label={t('client.questions.title')}>
      {questions.map((question) => (
        <QuestionLine key={question.questionId} question={question} />
      ))}
    </ul>
  );
}

function QuestionLine({ question }: { readonly question: Question }) {
  const t = useT();
  const say = useRuleText();
  const { questionId, text, isYes, by, given, categories } = question;
  const { client } = useClient().details;
  const onAnswer = useSaveAnswer(client.id);
  const word = (answer: boolean): string => t(`components.answer.${answer ? 'yes' : 'no'}`);
  const names = categories.map(say).join(t('needed.list'));
  return (
    <li className={styles.question}>
      <span>{say(text)}</span>
      <span className="cf-xs cf-ink-3">
        {categories.length > 0 ? t('client.questions.askedBy', { names }) : t('client.questions.notAsked')}
      </span>
      {by === 'entity_type' && isYes !== null ? (
        <span>{t('client.questions.implied', { answer: word(isYes) })}</span>
      ) : (
        <AnswerChoice
          question={say(text)}
          value={isYes}
          onAnswer={(answer) => onAnswer(questionId, answer)}
        />
      )}
      {by === 'entity_type' && given !== null && given !== isYes && (
        <CheckLine
          check={{ tone: 'warning', text: t('client.questions.otherwise', { answer: word(given) }) }}
        />
      )}
    </li>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useT } from '#renderer/i18n/use-t.ts';

const answers = ['yes', 'no', 'unknown'] as const;
type Answer = (typeof answers)[number];

interface AnswerChoiceProps {
  readonly question: string;
  /** Null while it is open. */
  readonly value: boolean | null;
  readonly onAnswer: (isYes: boolean | null) => void;
}

const answerOf = (value: boolean | null): Answer => (value === null ? 'unknown' : value ? 'yes' : 'no');
const meanings = { yes: true, no: false, unknown: null } as const satisfies Record<Answer, boolean | null>;

/** Yes, no or not known: the arrow keys move between them. */
export function AnswerChoice({ question, value, onAnswer }: AnswerChoiceProps) {
  const t = useT();
  return (
    <SegmentedControl<Answer>
      aria-label={question}
      value={answerOf(value)}
      data={answers.map((answer) => ({ value: answer, label: t(`components.answer.${answer}`) }))}
      onChange={(answer) => onAnswer(meanings[answer])}
    />
  );
}

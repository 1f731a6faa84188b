import { useQuery } from '@tanstack/react-query';
import type { CommonValue } from '#shared/domain/common-value.ts';
import { MixedChoice } from '#renderer/components/mixed-choice.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';

interface PersonChoiceProps {
  /** Who is in charge of the rows now. */
  readonly common: CommonValue<string | null>;
  /** Who will be; undefined: nothing is written. */
  readonly chosen: string | null | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (consultantId: string | null | undefined) => void;
}

/** The person in charge of many rows: one of the firm's, or nobody. */
export function PersonChoice(props: PersonChoiceProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  return (
    <MixedChoice
      {...props}
      label={t('bulk.edit.consultantId')}
      values={people.map(({ id }) => id)}
      words={(id) => people.find((person) => person.id === id)?.name ?? ''}
      nothing={t('clients.nobody')}
    />
  );
}

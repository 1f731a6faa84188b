import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { RenewForm } from './renew-form.tsx';
import { paperName } from './version-words.ts';

interface RenewDialogProps {
  /** What was said to take its place. */
  readonly by: string | undefined;
  readonly onClose: () => void;
}

/** What a renewal of the paper touches, and its replacement wherever that is open, in one step. */
export function RenewDialog({ by: said, onClose }: RenewDialogProps) {
  const t = useT();
  const { query } = useApi();
  const { paper } = usePaper();
  const [chosen, setChosen] = useState<string | undefined>(said);
  // What came in last is what the paper is most likely renewed by.
  const first = useQuery(query.renewal.touches.queryOptions({ input: { id: paper.id } }));
  const candidates = first.data?.candidates ?? [];
  const by = chosen ?? candidates[0]?.id ?? paper.id;
  const touches = useQuery({
    ...query.renewal.touches.queryOptions({ input: { id: paper.id, by } }),
    enabled: first.data !== undefined,
  });
  const nameOf = (id: string): string => {
    if (id === paper.id) return t('viewer.renew.self');
    const found = candidates.find((each) => each.id === id) ?? touches.data?.renewed;
    if (found === undefined) return '';
    const name = found.title === '' ? t(`vocabulary.documentKind.${found.kind}`) : found.title;
    if (found.validUntil === null) return t('viewer.renew.undated', { paper: name });
    const date = found.validUntil === 'forever' ? t('viewer.renew.forever') : found.validUntil;
    return t('viewer.renew.until', { paper: name, date });
  };
  const title = t('viewer.renew.title', { paper: paperName(paper, t) });
  const error = first.error ?? touches.error;
  if (error) return <QueryFailure error={error} onRetry={() => void touches.refetch()} />;
  return (
    <RenewForm
      key={by}
      {...{ title, by, onClose }}
      touches={touches.data}
      onRefused={() => void touches.refetch()}
    >
      <ChoiceField
        label={t('viewer.renew.by')}
        // What was said to take its place may have done so already.
        values={[...new Set([...candidates.map(({ id }) => id), by, paper.id])]}
        words={nameOf}
        value={by}
        onChange={setChosen}
      />
    </RenewForm>
  );
}

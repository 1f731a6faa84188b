import { useState } from 'react';
import { recordedValues } from '#shared/domain/stated-record.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import { natureOf, statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { recordedFacts } from '#renderer/api/recorded-facts.ts';
import { useSaveStated } from '#renderer/api/use-save-stated.ts';
import { TextFact } from '#renderer/components/facts.tsx';
import { statedFinding, statedLabel } from '#renderer/components/stated-words.ts';
import { useSuggestedCheck } from '#renderer/components/suggested-check.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import { Part } from './part.tsx';
import type { ReadRow } from './read-row.ts';
import { useClientOfPaper } from './use-client-of-paper.ts';

/** What the paper says, field by field, each with how it stands to what is on file; what was read off it stands above. */
export function StatedFacts({ read }: { readonly read: readonly ReadRow[] }) {
  const t = useT();
  const { paper } = usePaper();
  const client = useClientOfPaper();
  const [held, setHeld] = useState<readonly ReadRow[] | null>(null);
  const above = held ?? read;
  const fields = statedFieldsOf(paper.kind).filter((field) => !above.some((row) => row.read.field === field));
  if (fields.length === 0 || client === undefined) return null;
  const recorded = recordedFacts(client);
  const known = fields.filter((field) => paper.stated[field] !== undefined).length;
  return (
    <Part
      title={t('components.stated.title')}
      count={t('viewer.statedCount', { n: known, total: fields.length })}
    >
      {/* A field that is being written in stays where it is when the reading comes to its end. */}
      <dl onFocus={() => setHeld(above)} onBlur={() => setHeld(null)}>
        {fields.map((field) => (
          <StatedFact key={field} field={field} recorded={recorded} />
        ))}
      </dl>
    </Part>
  );
}

interface StatedFactProps {
  readonly field: StatedField;
  readonly recorded: RecordedFacts;
}

function StatedFact({ field, recorded }: StatedFactProps) {
  const t = useT();
  const saveStated = useSaveStated();
  const { paper, today } = usePaper();
  const value = paper.stated[field] ?? null;
  const save = (text: string | null): void => void saveStated(paper, { [field]: text ?? '' });
  const facts = { field, text: value ?? '', recorded: recordedValues(field, paper, recorded), today };
  const check = useSuggestedCheck(statedFinding(facts, t), save);
  return (
    <TextFact
      label={statedLabel(paper.kind, field, recorded.client.entityType, t)}
      place={`stated.${field}`}
      value={value}
      mono={natureOf(field) !== 'name'}
      check={value === null ? undefined : check}
      onSave={save}
    />
  );
}

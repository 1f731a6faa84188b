import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { Field } from '#renderer/components/field.tsx';
import { freeText } from '#renderer/components/form-keys.ts';
import { useT } from '#renderer/i18n/use-t.ts';

export interface Occasion {
  readonly recipient: string;
  readonly purpose: string;
}

/**
 * For whom a copy is and why; what was written last, of this client first, stands there from the start, or what is usual
 * for such a copy.
 */
export function useOccasion(clientId: string | null, usual: Partial<Occasion> = {}) {
  const { query } = useApi();
  const offered = useQuery(query.handOuts.suggestions.queryOptions({ input: { clientId } })).data;
  const [typed, setTyped] = useState<Partial<Occasion>>({});
  const recipient = typed.recipient ?? usual.recipient ?? offered?.recipients[0] ?? '';
  const purpose = typed.purpose ?? usual.purpose ?? offered?.purposes[0] ?? '';
  const said: Occasion = { recipient: recipient.trim(), purpose: purpose.trim() };
  return {
    said,
    isComplete: said.recipient !== '' && said.purpose !== '',
    fields: (
      <OccasionFields
        {...{ recipient, purpose }}
        recipients={offered?.recipients ?? []}
        purposes={offered?.purposes ?? []}
        onChange={(next) => setTyped((before) => ({ ...before, ...next }))}
      />
    ),
  };
}

interface OccasionFieldsProps extends Occasion {
  readonly recipients: readonly string[];
  readonly purposes: readonly string[];
  readonly onChange: (next: Partial<Occasion>) => void;
}

const longest = 500;

function OccasionFields({ recipient, purpose, recipients, purposes, onChange }: OccasionFieldsProps) {
  const t = useT();
  return (
    <>
      <Field label={t('handOuts.give.recipient')} required>
        {(ids) => (
          <Autocomplete
            {...ids}
            {...freeText}
            value={recipient}
            data={[...recipients]}
            placeholder={t('handOuts.give.recipientHint')}
            maxLength={longest}
            openOnFocus={false}
            autoComplete="off"
            data-autofocus
            onChange={(value) => onChange({ recipient: value })}
          />
        )}
      </Field>
      <Field label={t('handOuts.give.purpose')} required>
        {(ids) => (
          <Autocomplete
            {...ids}
            {...freeText}
            value={purpose}
            data={[...purposes]}
            placeholder={t('handOuts.give.purposeHint')}
            maxLength={longest}
            openOnFocus={false}
            autoComplete="off"
            onChange={(value) => onChange({ purpose: value })}
          />
        )}
      </Field>
    </>
  );
}

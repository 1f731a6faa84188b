import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { Field } from '#renderer/components/field.tsx';
import { freeText } from '#renderer/components/form-keys.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface Author {
  /** The name that was typed; null where it is known who works at this computer. */
  readonly author: string | null;
  readonly isNamed: boolean;
  /** Asks for the name where it isn't known. */
  readonly AuthorField: ReactNode;
}

/**
 * Who stands for a rule of the firm's own: whoever works at this computer, else somebody who is named, at first who
 * stood for it `formerly`.
 */
export function useAuthor(formerly: string | null): Author {
  const t = useT();
  const { query } = useApi();
  const settings = useQuery(query.settings.get.queryOptions()).data;
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const [name, setName] = useState(formerly ?? '');
  const isKnown = settings === undefined || people.some(({ id }) => id === settings.consultantId);
  if (isKnown) return { author: null, isNamed: settings !== undefined, AuthorField: null };
  const author = name.trim();
  return {
    author: author === '' ? null : author,
    isNamed: author !== '',
    AuthorField: (
      <Field label={t('rules.override.author')} hint={t('rules.override.authorHint')} required>
        {(ids) => (
          <Autocomplete
            {...ids}
            {...freeText}
            value={name}
            onChange={setName}
            data={people.map((person) => person.name)}
            maxLength={100}
          />
        )}
      </Field>
    ),
  };
}

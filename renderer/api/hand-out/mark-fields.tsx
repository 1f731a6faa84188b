import { Checkbox, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CopyMark } from '#shared/contract/hand-outs.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { longestMark, markAgain, suggestedMark } from '#shared/domain/mark-words.ts';
import { useApi } from '#renderer/api/api.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Occasion } from './occasion-fields.tsx';

const places = ['on_page', 'below'] as const;
/** Nothing is drawn anew while somebody types. */
const typingMs = 500;

interface MarkOf {
  readonly clientId: string;
  readonly said: Occasion;
  /** The account that the copy is for, where it is known. */
  readonly accountName?: string | undefined;
  readonly isOn?: boolean;
}

/**
 * A mark on a copy: off until it is wished for, with words that follow from the rest until somebody writes others; those that were
 * written last for a paper of the client are offered again.
 */
export function useMark({ clientId, said, accountName, isOn: isOnAtFirst = false }: MarkOf) {
  const { query } = useApi();
  const info = useQuery(query.system.info.queryOptions());
  const last = useQuery(query.handOuts.suggestions.queryOptions({ input: { clientId } })).data?.mark;
  const [isOn, setOn] = useState(isOnAtFirst);
  const [at, setAt] = useState<CopyMark['at']>('on_page');
  const [typed, setTyped] = useState<string | null>(null);
  const date = info.data === undefined ? '' : dateOfInstant(info.data.nowMs);
  const parts = { ...said, date, accountName };
  const again = last
    ? markAgain(last.words, { ...last, accountName: last.accountName ?? undefined }, parts)
    : null;
  const words = typed ?? again ?? suggestedMark(parts);
  const [settled] = useDebouncedValue(words.trim(), typingMs);
  const mark: CopyMark | null = isOn && settled !== '' ? { words: settled, at } : null;
  return {
    mark,
    /** The words are not empty, and no longer being written. */
    isComplete: !isOn || (settled !== '' && settled === words.trim()),
    fields: <MarkFields {...{ isOn, at, words }} onOn={setOn} onAt={setAt} onWords={setTyped} />,
  };
}

interface MarkFieldsProps {
  readonly isOn: boolean;
  readonly at: CopyMark['at'];
  readonly words: string;
  readonly onOn: (isOn: boolean) => void;
  readonly onAt: (at: CopyMark['at']) => void;
  readonly onWords: (words: string) => void;
}

function MarkFields({ isOn, at, words, onOn, onAt, onWords }: MarkFieldsProps) {
  const t = useT();
  return (
    <>
      <Checkbox
        label={t('handOuts.mark.on')}
        checked={isOn}
        onChange={(event) => onOn(event.currentTarget.checked)}
      />
      {isOn && (
        <>
          <TextField
            label={t('handOuts.mark.words')}
            value={words}
            maxLength={longestMark}
            required
            onChange={onWords}
          />
          <SegmentedControl
            aria-label={t('handOuts.mark.at')}
            value={at}
            data={places.map((value) => ({ value, label: t(`handOuts.mark.place.${value}`) }))}
            onChange={(value) => onAt(places.find((place) => place === value) ?? 'on_page')}
          />
        </>
      )}
    </>
  );
}

import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackHead } from '#shared/contract/rules.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { DifferenceList } from './difference-list.tsx';
import { differenceWords } from './rule-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

interface ComparisonProps {
  readonly base: RulePack;
  readonly versions: readonly PackHead[];
}

/** Beside another version of the same pack: rule by rule what was added, taken away, or says something else. */
export function Comparison({ base, versions }: ComparisonProps) {
  const t = useT();
  const speech = useRuleSpeech();
  const { query } = useApi();
  const others = versions.filter(({ version }) => version !== base.version);
  const [chosen, setChosen] = useState(others[0]?.version);
  const input = { id: base.id, from: chosen ?? base.version, to: base.version };
  const { data } = useQuery(query.rules.differences.queryOptions({ input, enabled: chosen !== undefined }));
  if (chosen === undefined) return null;
  return (
    <section aria-labelledby="rules-comparison">
      <PartHead
        id="rules-comparison"
        title={t('rules.compare.title')}
        count={data && t('rules.compare.count', { count: differenceWords(data, speech).length })}
      >
        <NativeSelect
          size="xs"
          miw={96}
          aria-label={t('rules.compare.with')}
          value={chosen}
          data={others.map(({ version }) => version)}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      </PartHead>
      {data && <DifferenceList rows={differenceWords(data, speech)} />}
    </section>
  );
}

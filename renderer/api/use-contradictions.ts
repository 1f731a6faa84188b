import { useEffect, useEffectEvent } from 'react';
import type { Contradiction } from '#shared/contract/renewal.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { onBackendEvent } from './connect.ts';
import { useTakeBack } from './use-action.ts';

/** Says whenever a paper that has taken another's place turns out not to be the client's, with the way there and back. */
export function useContradictions(): void {
  const t = useT();
  const { backend } = useApi();
  const takeBack = useTakeBack();
  const tell = useEffectEvent(({ renewed, clientName, changeId, differences }: Contradiction): void => {
    const conflict = differences.find(({ weight }) => weight === 'conflict');
    if (conflict === undefined) return;
    showToast({
      message: t('components.renewal.late', {
        client: clientName,
        paper: renewed.title === '' ? t(`vocabulary.documentKind.${renewed.kind}`) : renewed.title,
        field: t(`vocabulary.statedField.${conflict.field}`),
      }),
      stays: 'until_closed',
      ...(changeId !== null && { undo: { changeId, run: () => takeBack(changeId), isOld: true } }),
      action: { label: t('components.renewal.open'), run: () => navigateTo(paths.document(renewed.id)) },
    });
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const listen = async (): Promise<void> => {
      const found = await backend.renewal.contradictions(undefined, { signal });
      for await (const contradiction of found) tell(contradiction);
    };
    // A lost backend ends the stream; the event opens it anew.
    const follow = (): void => void listen().catch(() => undefined);
    follow();
    const endListening = onBackendEvent((event) => {
      if (event === 'back') follow();
    });
    return () => {
      ending.abort();
      endListening();
    };
  }, [backend]);
}

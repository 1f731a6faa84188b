import { useState, useSyncExternalStore } from 'react';
import { isComposingNow, watchComposing } from './composing.ts';

/** What is typed, as it stood before the input method began to compose: what it has of a text until then is not meant yet. */
export function useComposed(typed: string): string {
  const isComposing = useSyncExternalStore(watchComposing, isComposingNow, isComposingNow);
  const [composed, setComposed] = useState(typed);
  if (isComposing) return composed;
  if (typed !== composed) setComposed(typed);
  return typed;
}

import { useState } from 'react';
import { shownError } from '#renderer/api/app-error.ts';
import { orNull } from '#renderer/components/changed-fields.ts';
import type { AccountBasics } from './account-fields.tsx';

/** Whose account has the id that was typed. */
export interface TakenAppId {
  readonly clientId: string;
  readonly name: string;
}

type TypedId = Pick<AccountBasics, 'platform' | 'appId'>;

const keyOf = ({ platform, appId }: TypedId): string => `${platform} ${orNull(appId ?? '') ?? ''}`;

/** An id that a save was refused for since another account has it, as long as it stands in the form. */
export function useTakenAppId(typed: TypedId) {
  const [refused, setRefused] = useState<(TakenAppId & { readonly key: string }) | null>(null);
  const key = keyOf(typed);
  return {
    taken: refused?.key === key ? refused : undefined,
    /** True where the error says so; the form shows it then. */
    noteTaken: (error: unknown): boolean => {
      const shown = shownError(error);
      if (shown?.code !== 'DUPLICATE_APP_ID') return false;
      const { clientId, name } = shown.data;
      setRefused({ key, clientId: String(clientId), name: String(name) });
      return true;
    },
  };
}
